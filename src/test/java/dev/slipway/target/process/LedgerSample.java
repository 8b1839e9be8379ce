package dev.slipway.target.process;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import javax.tools.ToolProvider;

/** The ledger of the samples, compiled once. */
final class LedgerSample {

    static final byte[] CLASS = compile();

    private LedgerSample() {}

    private static byte[] compile() {
        try {
            var out = Files.createTempDirectory("ledger");
            var exit = requireNonNull(ToolProvider.getSystemJavaCompiler())
                    .run(null, null, null, "-d", out.toString(), "deploy/samples/payments/ledger/Ledger.java");
            assertThat(exit).isZero();
            var compiled = out.resolve("Ledger.class");
            var bytes = Files.readAllBytes(compiled);
            Files.delete(compiled);
            Files.delete(out);
            return bytes;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
