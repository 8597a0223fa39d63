package dev.holdfast.processor;

import dev.holdfast.annotations.CircuitBreaker;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The annotations that exist, found by their class files. */
public final class PolicyAnnotations {

    /** Those that ask for no protection. Any other annotation is a policy's. */
    private static final Set<String> NO_POLICIES = Set.of("Exempt", "HoldfastGenerated", "Resilient");

    private PolicyAnnotations() {}

    /** The annotations of policies, sorted by name. */
    public static List<Class<?>> all() {
        File location = Compiling.location(CircuitBreaker.class);
        String folder = "/" + CircuitBreaker.class.getPackageName().replace('.', '/');
        try {
            if (location.isDirectory()) {
                return in(Path.of(location + folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(location.toPath())) {
                return in(jar.getPath(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An annotation as short as it can be written, such as {@code @Timeout(value = "1s")}. */
    public static String shortest(Class<?> annotation) {
        String required = required(annotation);
        return "@" + annotation.getSimpleName() + (required.isEmpty() ? "" : "(" + required + ")");
    }

    /** Values for the attributes without a default, which are durations. */
    public static String required(Class<?> annotation) {
        return Arrays.stream(annotation.getDeclaredMethods())
                .filter(each -> each.getDefaultValue() == null)
                .map(each -> each.getName() + " = \"1s\"")
                .collect(Collectors.joining(", "));
    }

    private static List<Class<?>> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString())
                    .filter(each -> each.endsWith(".class") && !each.contains("-") && !each.contains("$"))
                    .map(each -> each.substring(0, each.length() - ".class".length()))
                    .filter(each -> !NO_POLICIES.contains(each))
                    .sorted()
                    .<Class<?>>map(PolicyAnnotations::load)
                    .filter(Class::isAnnotation)
                    .toList();
        }
    }

    private static Class<?> load(String simpleName) {
        try {
            return Class.forName(CircuitBreaker.class.getPackageName() + "." + simpleName);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
