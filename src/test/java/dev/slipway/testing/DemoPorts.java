package dev.slipway.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** For tests that release the demo for real: its services have fixed ports, so only one such test may run at a time. */
public final class DemoPorts implements BeforeAllCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(DemoPorts.class);

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        var file = Path.of("target", "demo-ports.lock");
        Files.createDirectories(file.getParent());
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        context.getStore(HERE).put("lock", channel);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        var channel = context.getStore(HERE).remove("lock", FileChannel.class);
        if (channel != null) {
            channel.close();
        }
    }
}
