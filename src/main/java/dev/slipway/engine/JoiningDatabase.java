package dev.slipway.engine;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database as db-scheduler sees it: where our code has begun a transaction, db-scheduler takes part in it and leaves
 * its end to us. By itself it would commit the changes of its completion handlers on its own.
 */
record JoiningDatabase(DataSource database, TransactionSynchronizationRegistry transaction) {

    DataSource dataSource() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            var result = invoke(database, method, arguments);
            return result instanceof Connection connection && transaction.getTransactionStatus() == Status.STATUS_ACTIVE
                    ? joining(connection)
                    : result;
        });
    }

    private Connection joining(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "commit" -> null;
            case "rollback" -> {
                transaction.setRollbackOnly();
                yield null;
            }
            default -> invoke(connection, method, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(JoiningDatabase.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
