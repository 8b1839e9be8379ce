package dev.slipway.engine;

/** The threads that do the engine's work, as the JVM sees them. */
final class EngineThreads {

    private EngineThreads() {}

    /** Whether none of them is at work. */
    static boolean areIdle() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("db-scheduler-pool"))
                .flatMap(thread -> java.util.Arrays.stream(thread.getValue()))
                .noneMatch(frame -> frame.getClassName().endsWith(".ExecutePicked"));
    }
}
