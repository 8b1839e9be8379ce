package dev.slipway.engine;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * When a scheduler last looked for due work. db-scheduler tells only when it has found some, so the thread that looks is
 * watched on its way to the database. While all other threads work it does not look, and is well all the same.
 */
class Pulse {

    private volatile long looked = System.nanoTime();
    private volatile @Nullable Thread looker;

    /** The one thread that looks. */
    ExecutorService looker() {
        return Executors.newSingleThreadExecutor(work -> {
            var thread = new Thread(work, "db-scheduler-execute-due");
            looker = thread;
            return thread;
        });
    }

    /** A database that tells when the thread that looks has got through to it. */
    DataSource watched(DataSource database) {
        return (DataSource) Proxy.newProxyInstance(
                Pulse.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    try {
                        var result = method.invoke(database, arguments);
                        if (Thread.currentThread().equals(looker)) {
                            looked = System.nanoTime();
                        }
                        return result;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    }
                });
    }

    /** For how long a scheduler has not looked for work that it could have taken. */
    Duration silence(Scheduler scheduler, int threads) {
        return scheduler.getCurrentlyExecuting().size() >= threads
                ? Duration.ZERO
                : Duration.ofNanos(System.nanoTime() - looked);
    }
}
