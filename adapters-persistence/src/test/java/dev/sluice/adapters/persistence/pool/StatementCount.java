package dev.sluice.adapters.persistence.pool;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Opens connections that note each statement which is sent to the server. */
final class StatementCount extends DelegatingDataSource {

    private final List<String> sent = new CopyOnWriteArrayList<>();

    StatementCount(DataSource server) {
        super(server);
    }

    List<String> sent() {
        return sent;
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return noting(Connection.class, super.getConnection(username, password));
    }

    private <T> T noting(Class<T> type, Object target) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute") && arguments != null && arguments[0] instanceof String sql) {
                sent.add(sql);
            }
            if (method.getName().equals("prepareStatement")) {
                sent.add(String.valueOf(arguments[0]));
            }
            try {
                Object result = method.invoke(target, arguments);
                return method.getName().equals("createStatement") ? noting(Statement.class, result) : result;
            } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
