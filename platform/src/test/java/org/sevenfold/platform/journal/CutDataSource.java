package org.sevenfold.platform.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Real connections, of which one can be cut at the worst moment: when it has been asked to append. */
final class CutDataSource extends DelegatingDataSource {

    /** When the next connection that appends is lost. */
    enum Cut {
        BEFORE_STORING,
        BEFORE_THE_ANSWER
    }

    private final AtomicReference<Cut> next = new AtomicReference<>();

    CutDataSource(DataSource dataSource) {
        super(dataSource);
    }

    void cutNext(Cut cut) {
        next.set(cut);
    }

    boolean hasCut() {
        return next.get() == null;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = super.getConnection();
        return proxy(Connection.class, (method, arguments) -> {
            Object result = method.invoke(real, arguments);
            return result instanceof PreparedStatement statement
                            && arguments[0].toString().contains("UPDATE log.tlog_head")
                    ? appending(real, statement)
                    : result;
        });
    }

    private PreparedStatement appending(Connection connection, PreparedStatement real) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            Cut cut = method.getName().equals("executeQuery") ? next.getAndSet(null) : null;
            if (cut == Cut.BEFORE_THE_ANSWER) {
                method.invoke(real, arguments);
            }
            if (cut != null) {
                connection.close();
                throw new SQLException("cut on purpose", "08006");
            }
            return method.invoke(real, arguments);
        });
    }

    private interface Call {
        Object on(Method method, Object[] arguments)
                throws SQLException, InvocationTargetException, IllegalAccessException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                CutDataSource.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return call.on(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
