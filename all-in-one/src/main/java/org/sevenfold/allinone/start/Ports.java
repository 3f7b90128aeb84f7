package org.sevenfold.allinone.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The fixed ports of this machine that we listen on, looked at before anything starts. */
public final class Ports {

    public static final int DATABASE = 15432;
    public static final int ISSUER = 9000;
    public static final int COMMAND_SERVICE = 8081;
    public static final int QUERY_SERVICE = 8080;

    private static final int CONNECT_MILLIS = 500;

    private Ports() {}

    /** Returns only if the port can be listened on now. */
    public static void requireFree(int port, String user) {
        if (answers(port) || !bindable(port)) {
            throw new StartFailure("Port " + port + " of this machine, which the " + user
                    + " needs, is taken by another program; stop that program and start again.");
        }
    }

    /** Asked first, because some systems let two programs bind one port on different addresses. */
    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static boolean bindable(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
