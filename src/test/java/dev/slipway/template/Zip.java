package dev.slipway.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Packs archives, decent and hostile ones. */
public final class Zip {

    /** A package with one component that runs. */
    public static final Map<String, String> SMALL = Map.of(
            "shop/app.yaml",
            """
            kind: ServiceStageApplication
            spec:
              name: shop
              enterprise_project_id: 0
            """,
            "shop/web/spec.yaml",
            """
            model_version: v1.0.0
            component:
              component_dir: component/
            """,
            "shop/web/variables.yaml",
            """
            variable:
              port: {type: integer, default: 8080, description: Where it listens}
              greeting: {type: string}
            """,
            "shop/web/component/web.yaml",
            """
            kind: ServiceStageComponent
            spec:
              name: web
              artifact: web
              run:
                command: [run, "{{ greeting }}"]
                port: ${port}
            """);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

    /** An archive of files with these contents. */
    public static byte[] of(Map<String, String> files) {
        var zip = new Zip();
        files.forEach(zip::add);
        return zip.bytes();
    }

    /** The small package with other files, or without those that are empty. */
    public static Map<String, String> small(Map<String, String> others) {
        var files = new LinkedHashMap<>(SMALL);
        files.putAll(others);
        files.values().removeIf(String::isEmpty);
        return files;
    }

    /** All files of a directory. */
    public static byte[] of(Path directory) {
        var zip = new Zip();
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.add(directory.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip.bytes();
    }

    Zip add(String path, String content) {
        return add(path, content.getBytes(UTF_8), 0100644);
    }

    Zip add(String path, byte[] content, int mode) {
        try {
            var entry = new ZipArchiveEntry(path);
            entry.setUnixMode(mode);
            zip.putArchiveEntry(entry);
            zip.write(content);
            zip.closeArchiveEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
