package dev.slipway.target.process;

import dev.slipway.target.TargetProblem;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What this machine knows about its processes and ports. */
interface Machine {

    /** Stands among listeners for a process that may not be looked into. */
    long UNKNOWN_PROCESS = 0;

    /**
     * A live process.
     *
     * @param group the number of the process that leads its group
     * @param birth tells it from every other process that had or gets the same number: boot, a slash, start time
     */
    record Entry(long pid, long group, String birth) {

        boolean isSinceSameBootAs(String otherBirth) {
            return birth.startsWith(otherBirth.substring(0, otherBirth.indexOf('/') + 1));
        }
    }

    /** All live processes; one that has ended and was not collected yet is not among them. */
    List<Entry> processes();

    /** The processes that accept connections on a port; {@link #UNKNOWN_PROCESS} for those that can't be seen. */
    Set<Long> listeners(int port);

    /** The machine Slipway runs on. */
    static Machine thisOne() {
        var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("linux")) {
            return new LinuxMachine();
        }
        if (name.startsWith("mac")) {
            return new MacMachine();
        }
        throw new TargetProblem(
                "The process target works on Linux and macOS only; use an environment of another kind on this machine.");
    }
}
