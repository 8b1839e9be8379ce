package dev.slipway.target.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads processes and ports from {@code /proc}. */
final class LinuxMachine implements Machine {

    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";

    @Override
    public List<Entry> processes() {
        try {
            var boot =
                    Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
            var entries = new ArrayList<Entry>();
            for (var pid : pids()) {
                entry(pid, boot).ifPresent(entries::add);
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<Long> listeners(int port) {
        try {
            var sockets = listeningSockets(port);
            if (sockets.isEmpty()) {
                return Set.of();
            }
            var owners = new HashMap<String, Long>();
            for (var pid : pids()) {
                addOwner(pid, sockets, owners);
            }
            var listeners = new HashSet<Long>();
            sockets.forEach(socket -> listeners.add(owners.getOrDefault(socket, UNKNOWN_PROCESS)));
            return listeners;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Entry> entry(long pid, String boot) {
        String stat;
        try {
            stat = Files.readString(PROC.resolve(pid + "/stat"));
        } catch (IOException e) {
            return Optional.empty(); // It ended while we looked.
        }
        // The program's name comes in parentheses before these and may itself hold spaces and parentheses.
        var fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        var state = fields.get(0);
        if (state.equals("Z") || state.equals("X")) {
            return Optional.empty();
        }
        return Optional.of(new Entry(pid, Long.parseLong(fields.get(2)), boot + "/" + fields.get(19)));
    }

    private static Set<String> listeningSockets(int port) throws IOException {
        var suffix = ":%04X".formatted(port).toUpperCase(Locale.ROOT);
        var sockets = new HashSet<String>();
        for (var table : List.of("net/tcp", "net/tcp6")) {
            var file = PROC.resolve(table);
            if (!Files.exists(file)) {
                continue; // A machine without IPv6.
            }
            for (var line : Files.readAllLines(file)) {
                var fields = List.of(line.strip().split("\\s+", -1));
                if (fields.size() > 9
                        && fields.get(1).endsWith(suffix)
                        && fields.get(3).equals(LISTENING)) {
                    sockets.add("socket:[" + fields.get(9) + "]");
                }
            }
        }
        return sockets;
    }

    private static void addOwner(long pid, Set<String> sockets, Map<String, Long> owners) {
        try (var files = Files.newDirectoryStream(PROC.resolve(pid + "/fd"))) {
            for (var file : files) {
                var target = Files.readSymbolicLink(file).toString();
                if (sockets.contains(target)) {
                    owners.put(target, pid);
                }
            }
        } catch (IOException e) {
            // Another user's process, or one that ended while we looked: its sockets stay without an owner.
        }
    }

    private static List<Long> pids() throws IOException {
        try (Stream<Path> entries = Files.list(PROC)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::valueOf)
                    .toList();
        }
    }
}
