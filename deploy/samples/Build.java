import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Builds one sample with nothing but a JDK: {@code java Build.java}, in its directory. */
class Build {

    private static final Path OUT = Path.of("out");

    public static void main(String... args) throws Exception {
        var version = System.getenv().getOrDefault("SLIPWAY_VERSION", "dev");
        System.out.println("Building version " + version + " with Java " + Runtime.version().feature());
        var sources = sources();
        Files.createDirectories(OUT);
        for (var source : sources) {
            System.out.println("Compiling " + source);
            compile(source);
        }
        for (var source : sources) {
            check(source.replace(".java", ""));
        }
        for (var file : files(OUT)) {
            System.out.printf("Made %s, %d bytes%n", file, Files.size(file));
        }
        System.out.println("Done");
    }

    private static List<String> sources() {
        return files(Path.of(".")).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".java") && !name.equals("Build.java"))
                .toList();
    }

    private static void compile(String source) {
        var exit = ToolProvider.getSystemJavaCompiler()
                .run(null, System.out, System.out, "--release", "17", "-Xlint", "-d", OUT.toString(), source);
        if (exit != 0) {
            System.out.println(source + " does not compile");
            System.exit(exit);
        }
    }

    /** A class that loads in a fresh Java is one that can be started. */
    private static void check(String name) throws IOException, InterruptedException {
        System.out.println("Checking that " + name + " starts");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var exit = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-cp", OUT.toString(), name, "--check")
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            System.out.println(name + " does not start");
            System.exit(exit);
        }
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
