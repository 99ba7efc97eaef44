package dev.sluice.adapters.persistence.pool;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicBoolean;

/** A pooled connection that says when it goes back. */
final class AdmittedConnection implements InvocationHandler {

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
