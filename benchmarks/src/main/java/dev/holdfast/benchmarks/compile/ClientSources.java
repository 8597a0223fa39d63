package dev.holdfast.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes annotated interfaces as people write them: results, exceptions and parameters of many kinds. Of any two methods in a row
 * one has a status to read, so interfaces need two.
 */
final class ClientSources {

    private static final String PACKAGE = "com.example.api";

    private static final String ITEM = """
            package com.example.api;

            public record Item(String id, String name, long price) {}
            """;

    private static final String EXCEPTION = """
            package com.example.api;

            public class ApiException extends Exception {
                private static final long serialVersionUID = 1;
                private final int statusCode;

                public ApiException(int statusCode) {
                    this.statusCode = statusCode;
                }

                public int statusCode() {
                    return statusCode;
                }
            }
            """;

    /** {@code %1$d} is the method's number in its interface. */
    private static final List<String> METHODS = List.of(
            "HttpResponse<String> fetch%1$d(String id) throws IOException, InterruptedException;",
            "List<Item> page%1$d(int page, int size) throws ApiException;",
            "Optional<Item> find%1$d(String name, Duration maxAge) throws IOException, ApiException;",
            "void remove%1$d(long id) throws IOException;",
            "HttpResponse<byte[]> download%1$d(URI address, Map<String, String> headers) throws IOException, InterruptedException;",
            "<T extends Comparable<T>> T read%1$d(Class<T> type, String... path) throws ApiException;",
            "Map<String, List<Item>> search%1$d(Map<String, ?> filters, boolean exact) throws IOException, ApiException;",
            "boolean exists%1$d(String id) throws IOException;",
            "HttpResponse<InputStream> open%1$d(String id, long offset) throws IOException, InterruptedException;",
            "int count%1$d(Collection<? super Item> into, int[] shards) throws IOException, InterruptedException, ApiException;");

    private ClientSources() {}

    static void write(Path root, Size size) throws IOException {
        Path folder = Files.createDirectories(root.resolve(PACKAGE.replace('.', '/')));
        Files.writeString(folder.resolve("Item.java"), ITEM);
        Files.writeString(folder.resolve("ApiException.java"), EXCEPTION);
        for (int i = 0; i < size.interfaces(); i++) {
            Files.writeString(folder.resolve(name(i) + ".java"), client(i, size.methods()));
        }
    }

    /** The simple name of an interface. */
    static String name(int index) {
        return "Client" + index;
    }

    private static String client(int index, int methods) {
        StringBuilder source = new StringBuilder();
        source.append("""
                package com.example.api;

                import dev.holdfast.annotations.Backoff;
                import dev.holdfast.annotations.CircuitBreaker;
                import dev.holdfast.annotations.RateLimited;
                import java.io.IOException;
                import java.io.InputStream;
                import java.net.URI;
                import java.net.http.HttpResponse;
                import java.time.Duration;
                import java.util.Collection;
                import java.util.List;
                import java.util.Map;
                import java.util.Optional;

                /** Calls service %d. */
                @CircuitBreaker(failureThreshold = 4, recoveryTimeout = "30s")
                @Backoff(maxAttempts = 4, baseDelay = "200ms", maxDelay = "5s")
                @RateLimited(maxDelay = "60s")
                public interface %s {
                """.formatted(index, name(index)));
        for (int method = 0; method < methods; method++) {
            String declaration = METHODS.get((index + method) % METHODS.size()).formatted(method);
            source.append("\n    /** Asks the service. */\n    ")
                    .append(declaration)
                    .append('\n');
        }
        return source.append("}\n").toString();
    }
}
