package dev.sluice.adapters.persistence.pool;

import dev.sluice.domain.failure.Overloaded;
import dev.sluice.domain.load.Work;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A pooled connection that says when it goes back, and begins no statement for which it is too late: each alone may have
 * time on the server, and all together have not.
 */
final class AdmittedConnection implements InvocationHandler {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Connection pooled;
    private final Runnable whenClosed;
    private final AtomicBoolean closed = new AtomicBoolean();

    private AdmittedConnection(Connection pooled, Runnable whenClosed) {
        this.pooled = pooled;
        this.whenClosed = whenClosed;
    }

    static Connection of(Connection pooled, Runnable whenClosed) {
        return (Connection) Proxy.newProxyInstance(
                AdmittedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new AdmittedConnection(pooled, whenClosed));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (Statement.class.isAssignableFrom(method.getReturnType())
                && Work.current().isLate()) {
            throw new Overloaded("the deadline is over", RETRY_AFTER);
        }
        try {
            return method.invoke(pooled, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        } finally {
            if (method.getName().equals("close") && closed.compareAndSet(false, true)) {
                whenClosed.run();
            }
        }
    }
}
