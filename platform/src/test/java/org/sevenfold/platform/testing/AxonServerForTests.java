package org.sevenfold.platform.testing;

import io.axoniq.axonserver.grpc.ErrorMessage;
import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.ProcessingInstruction;
import io.axoniq.axonserver.grpc.ProcessingKey;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandProviderInbound;
import io.axoniq.axonserver.grpc.command.CommandProviderOutbound;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.axoniq.axonserver.grpc.command.CommandServiceGrpc;
import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.Heartbeat;
import io.axoniq.axonserver.grpc.control.NodeInfo;
import io.axoniq.axonserver.grpc.control.PlatformInboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformInfo;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.axoniq.axonserver.grpc.query.QueryProviderInbound;
import io.axoniq.axonserver.grpc.query.QueryProviderOutbound;
import io.axoniq.axonserver.grpc.query.QueryRequest;
import io.axoniq.axonserver.grpc.query.QueryResponse;
import io.axoniq.axonserver.grpc.query.QueryServiceGrpc;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Stands in for Axon Server where there is none: it carries commands and questions between whoever is connected, a
 * command by its routing key to always the same of its handlers. It keeps no events and knows one context only.
 */
public final class AxonServerForTests implements AutoCloseable {

    private final int port;
    private final Server server;
    private final AtomicInteger carried = new AtomicInteger();

    /** Begins to answer on a port; connections that were tried before find it by themselves. */
    public AxonServerForTests(int port) {
        this.port = port;
        try {
            server = Grpc.newServerBuilderForPort(port, InsecureServerCredentials.create())
                    .addService(new Platform())
                    .addService(new Commands())
                    .addService(new Questions())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port on which nobody answers yet. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many commands and questions were handed to a handler. */
    public int carried() {
        return carried.get();
    }

    @Override
    public void close() {
        server.shutdownNow();
        try {
            server.awaitTermination();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Who handles what, by the name of a command or question; streams of one side each. */
    private static final class Handlers<I> {

        private final Map<String, List<StreamObserver<I>>> byName = new ConcurrentHashMap<>();

        void add(String name, StreamObserver<I> handler) {
            byName.computeIfAbsent(name, none -> new CopyOnWriteArrayList<>()).add(handler);
        }

        void remove(String name, StreamObserver<I> handler) {
            byName.getOrDefault(name, List.of()).remove(handler);
        }

        void gone(StreamObserver<I> handler) {
            byName.values().forEach(handlers -> handlers.remove(handler));
        }

        /** Hands it to one of the handlers, by the key; false where there is none. */
        boolean hand(String name, String key, I message) {
            List<StreamObserver<I>> handlers = List.copyOf(byName.getOrDefault(name, List.of()));
            if (handlers.isEmpty()) {
                return false;
            }
            say(handlers.get(Math.floorMod(key.hashCode(), handlers.size())), message);
            return true;
        }
    }

    /** A stream takes one message at a time; whoever has hung up hears nothing, and nobody else suffers for it. */
    private static <I> void say(StreamObserver<I> to, I message) {
        synchronized (to) {
            try {
                to.onNext(message);
            } catch (StatusRuntimeException gone) {
                if (gone.getStatus().getCode() != Status.Code.CANCELLED) {
                    throw gone;
                }
            }
        }
    }

    private static <O> StreamObserver<O> listening(Consumer<O> each, Runnable gone) {
        return new StreamObserver<>() {
            @Override
            public void onNext(O message) {
                each.accept(message);
            }

            @Override
            public void onError(Throwable failure) {
                gone.run();
            }

            @Override
            public void onCompleted() {
                gone.run();
            }
        };
    }

    private static InstructionAck ack(String instructionId) {
        return InstructionAck.newBuilder()
                .setInstructionId(instructionId)
                .setSuccess(true)
                .build();
    }

    private static ErrorMessage nobody(String name) {
        return ErrorMessage.newBuilder().setMessage("nobody handles " + name).build();
    }

    private final class Platform extends PlatformServiceGrpc.PlatformServiceImplBase {

        @Override
        public void getPlatformServer(ClientIdentification client, StreamObserver<PlatformInfo> answer) {
            answer.onNext(PlatformInfo.newBuilder()
                    .setPrimary(NodeInfo.newBuilder().setHostName("127.0.0.1").setGrpcPort(port))
                    .setSameConnection(true)
                    .build());
            answer.onCompleted();
        }

        @Override
        public StreamObserver<PlatformInboundInstruction> openStream(StreamObserver<PlatformOutboundInstruction> out) {
            return listening(
                    instruction -> {
                        var answer = PlatformOutboundInstruction.newBuilder();
                        if (instruction.hasHeartbeat()) {
                            say(
                                    out,
                                    answer.setHeartbeat(Heartbeat.getDefaultInstance())
                                            .build());
                        }
                        if (!instruction.getInstructionId().isEmpty()) {
                            say(
                                    out,
                                    answer.setAck(ack(instruction.getInstructionId()))
                                            .build());
                        }
                    },
                    () -> {});
        }
    }

    private final class Commands extends CommandServiceGrpc.CommandServiceImplBase {

        private final Handlers<CommandProviderInbound> handlers = new Handlers<>();
        private final Map<String, StreamObserver<CommandResponse>> waiting = new ConcurrentHashMap<>();

        @Override
        public StreamObserver<CommandProviderOutbound> openStream(StreamObserver<CommandProviderInbound> out) {
            return listening(said -> take(said, out), () -> handlers.gone(out));
        }

        private void take(CommandProviderOutbound said, StreamObserver<CommandProviderInbound> out) {
            if (said.hasSubscribe()) {
                handlers.add(said.getSubscribe().getCommand(), out);
            } else if (said.hasUnsubscribe()) {
                handlers.remove(said.getUnsubscribe().getCommand(), out);
            } else if (said.hasCommandResponse()) {
                answer(said.getCommandResponse());
            }
            if (!said.getInstructionId().isEmpty()) {
                say(
                        out,
                        CommandProviderInbound.newBuilder()
                                .setAck(ack(said.getInstructionId()))
                                .build());
            }
        }

        private void answer(CommandResponse response) {
            StreamObserver<CommandResponse> caller = waiting.remove(response.getRequestIdentifier());
            if (caller != null) {
                say(caller, response);
                caller.onCompleted();
            }
        }

        @Override
        public void dispatch(Command command, StreamObserver<CommandResponse> caller) {
            waiting.put(command.getMessageIdentifier(), caller);
            String key = command.getProcessingInstructionsList().stream()
                    .filter(instruction -> instruction.getKey() == ProcessingKey.ROUTING_KEY)
                    .map(ProcessingInstruction::getValue)
                    .map(value -> value.getTextValue())
                    .findFirst()
                    .orElse(command.getMessageIdentifier());
            var message =
                    CommandProviderInbound.newBuilder().setCommand(command).build();
            if (handlers.hand(command.getName(), key, message)) {
                carried.incrementAndGet();
            } else {
                answer(CommandResponse.newBuilder()
                        .setRequestIdentifier(command.getMessageIdentifier())
                        .setErrorCode("AXONIQ-4000")
                        .setErrorMessage(nobody(command.getName()))
                        .build());
            }
        }
    }

    private final class Questions extends QueryServiceGrpc.QueryServiceImplBase {

        private final Handlers<QueryProviderInbound> handlers = new Handlers<>();
        private final Map<String, StreamObserver<QueryResponse>> waiting = new ConcurrentHashMap<>();

        @Override
        public StreamObserver<QueryProviderOutbound> openStream(StreamObserver<QueryProviderInbound> out) {
            return listening(said -> take(said, out), () -> handlers.gone(out));
        }

        private void take(QueryProviderOutbound said, StreamObserver<QueryProviderInbound> out) {
            if (said.hasSubscribe()) {
                handlers.add(said.getSubscribe().getQuery(), out);
            } else if (said.hasUnsubscribe()) {
                handlers.remove(said.getUnsubscribe().getQuery(), out);
            } else if (said.hasQueryResponse()) {
                answer(said.getQueryResponse().getRequestIdentifier(), said.getQueryResponse());
            } else if (said.hasQueryComplete()) {
                complete(said.getQueryComplete().getRequestId());
            }
            if (!said.getInstructionId().isEmpty()) {
                say(
                        out,
                        QueryProviderInbound.newBuilder()
                                .setAck(ack(said.getInstructionId()))
                                .build());
            }
        }

        private void answer(String request, QueryResponse response) {
            StreamObserver<QueryResponse> caller = waiting.get(request);
            if (caller != null) {
                say(caller, response);
            }
        }

        private void complete(String request) {
            StreamObserver<QueryResponse> caller = waiting.remove(request);
            if (caller != null) {
                caller.onCompleted();
            }
        }

        @Override
        public void query(QueryRequest question, StreamObserver<QueryResponse> caller) {
            String id = question.getMessageIdentifier();
            waiting.put(id, caller);
            var message = QueryProviderInbound.newBuilder().setQuery(question).build();
            if (handlers.hand(question.getQuery(), id, message)) {
                carried.incrementAndGet();
            } else {
                answer(
                        id,
                        QueryResponse.newBuilder()
                                .setRequestIdentifier(id)
                                .setErrorCode("AXONIQ-5000")
                                .setErrorMessage(nobody(question.getQuery()))
                                .build());
                complete(id);
            }
        }
    }
}
