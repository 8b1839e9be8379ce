package dev.slipway.target.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks {@code ps} and {@code lsof} for processes and ports. */
final class MacMachine implements Machine {

    @Override
    public List<Entry> processes() {
        var boot = String.join("", output("/usr/sbin/sysctl", "-n", "kern.bootsessionuuid"));
        var entries = new ArrayList<Entry>();
        for (var line : output("/bin/ps", "-A", "-o", "pid=,pgid=,stat=,lstart=")) {
            var fields = List.of(line.strip().split("\\s+", 4));
            if (fields.size() == 4 && !fields.get(2).startsWith("Z")) {
                var started = fields.get(3).strip().replaceAll(" +", "_");
                entries.add(new Entry(
                        Long.parseLong(fields.get(0)), Long.parseLong(fields.get(1)), boot.strip() + "/" + started));
            }
        }
        return entries;
    }

    @Override
    public Set<Long> listeners(int port) {
        var listeners = new HashSet<Long>();
        for (var pid : output("/usr/sbin/lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")) {
            listeners.add(Long.valueOf(pid.strip()));
        }
        return listeners;
    }

    private static List<String> output(String... command) {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        // The launcher writes start times the same way.
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
