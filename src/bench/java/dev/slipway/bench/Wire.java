package dev.slipway.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A way to the console that counts every byte the console sends: headers, bodies as compressed, and what the browser's
 * shared worker gets, which the figures of the browser's own tools leave out.
 */
final class Wire implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool(Wire::thread);
    private final AtomicLong received = new AtomicLong();
    private final ServerSocket door;
    private final int console;

    private Wire(ServerSocket door, int console) {
        this.door = door;
        this.console = console;
    }

    /** Opens a way to the console at a port of this machine. */
    static Wire to(int console) throws IOException {
        var wire = new Wire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), console);
        wire.threads.execute(wire::letIn);
        return wire;
    }

    /** The address at which the console is reached this way. */
    URI address() {
        return URI.create("http://localhost:" + door.getLocalPort());
    }

    /** How many bytes the console has sent so far. */
    long received() {
        return received.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }

    private void letIn() {
        try {
            while (!door.isClosed()) {
                var browser = door.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), console);
                threads.execute(() -> carry(browser, server, new AtomicLong()));
                threads.execute(() -> carry(server, browser, received));
            }
        } catch (IOException e) {
            if (!door.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Carries until one side hangs up, which is no error: browsers drop connections as they like. */
    private static void carry(Socket from, Socket to, AtomicLong counter) {
        var buffer = new byte[16 * 1024];
        try (from;
                to) {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                counter.addAndGet(read);
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException hungUp) {
            return;
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "wire");
        thread.setDaemon(true);
        return thread;
    }
}
