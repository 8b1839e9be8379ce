package dev.slipway.web;

import io.quarkus.qute.TemplateExtension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The addresses of static files, which change with their content, so that browsers may keep them for ever. */
@TemplateExtension(namespace = "asset")
public final class Assets {

    static final String KEPT_FOR_EVER = "public, immutable, max-age=31536000";

    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

    private Assets() {}

    /** {@code asset:own('console.js')}: a file of ours, with a hash of its content. */
    public static String own(String path) {
        return ADDRESSES.computeIfAbsent(path, file -> "/%s?v=%s".formatted(file, hash(text(file))));
    }

    /** {@code asset:webjar('htmx.org', 'dist/htmx.min.js')}: a file of a webjar, under the version of the jar. */
    public static String webjar(String name, String path) {
        return ADDRESSES.computeIfAbsent(
                name + "/" + path, file -> "/webjars/%s/%s/%s".formatted(name, version(name), path));
    }

    static String text(String path) {
        return new String(read("META-INF/resources/" + path), StandardCharsets.UTF_8);
    }

    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String version(String webjar) {
        var properties = new Properties();
        var file = read("META-INF/maven/org.webjars.npm/%s/pom.properties".formatted(webjar));
        try {
            properties.load(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    private static byte[] read(String resource) {
        try (var content = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalArgumentException("There is no file " + resource);
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
