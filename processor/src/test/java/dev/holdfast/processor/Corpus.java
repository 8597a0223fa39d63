package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Clients of every shape that real ones have been seen to have: the sources under {@code src/test/resources/corpus}. */
final class Corpus {

    private static final Path ROOT = Path.of("src/test/resources/corpus");

    /** Begins a source that needs more than the oldest release. */
    private static final String MARKER = "// release ";

    private Corpus() {}

    /** The releases that users compile for, as far as this JDK knows them. */
    static IntStream releases() {
        return IntStream.of(11, 17, 25)
                .filter(release -> release <= Runtime.version().feature());
    }

    /** The newest of them. */
    static int newest() {
        return releases().max().orElseThrow();
    }

    /** The sources that a release can read, written-out ones and one too long for that, which goes to a folder. */
    public static List<Path> sources(int release, Path folder) {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> neededRelease(file) <= release)
                    .sorted()
                    .collect(Collectors.toCollection(ArrayList::new));
            Path huge = folder.resolve("huge/Huge.java");
            Cases.write(huge, huge());
            sources.add(huge);
            sources.addAll(neighbours(sources, folder));
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An interface of each package that no other package sees. */
    private static List<Path> neighbours(List<Path> sources, Path folder) {
        return sources.stream()
                .map(Corpus::packageOf)
                .distinct()
                .map(name -> {
                    Path file = folder.resolve("near/" + name + "/Near.java");
                    Cases.write(file, (name.isEmpty() ? "" : "package " + name + "; ") + "interface Near {}");
                    return file;
                })
                .collect(Collectors.toList());
    }

    /** The same as a module, which reads the runtime and nothing else of note, and can't have an unnamed package. */
    public static List<Path> module(int release, Path folder) {
        List<Path> sources = sources(release, folder);
        sources.removeIf(file -> packageOf(file).isEmpty());
        Path module = folder.resolve("module-info.java");
        Cases.write(module, "module corpus { requires transitive dev.holdfast.runtime; }\n");
        sources.add(module);
        return sources;
    }

    /** Compiles it for the newest release and loads the generated classes. */
    public static Stream<Class<?>> load(Path folder) {
        Path classes = folder.resolve("classes");
        assertThat(classes.toFile().mkdir()).isTrue();
        List<String> options = List.of("--release", String.valueOf(newest()), "-encoding", "UTF-8");
        assertThat(Javac.compile(options, sources(newest(), folder), classes)).doesNotContain("compilation failed");
        return generated(classes);
    }

    /** Loads the generated classes of a folder. */
    public static Stream<Class<?>> generated(Path classes) {
        try {
            ClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, Corpus.class.getClassLoader());
            List<Class<?>> generated = new ArrayList<>();
            for (String file : Javac.files(classes)) {
                if (file.matches("(.*/)?Resilient[^$]+\\.class")) {
                    generated.add(loader.loadClass(file.replace(".class", "").replace('/', '.')));
                }
            }
            return generated.stream();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int neededRelease(Path file) {
        String text = Cases.read(file);
        return text.startsWith(MARKER)
                ? Integer.parseInt(text.lines().findFirst().orElseThrow().substring(MARKER.length()))
                : 0;
    }

    private static String packageOf(Path file) {
        return Cases.read(file)
                .lines()
                .filter(line -> line.startsWith("package "))
                .map(line -> line.substring("package ".length(), line.indexOf(';')))
                .findFirst()
                .orElse("");
    }

    /** As many methods as the largest client that was measured. */
    private static String huge() {
        String methods = IntStream.range(0, 330)
                .mapToObj(i -> "    String call" + i / 2 + "(String key" + (i % 2 == 0 ? "" : ", int... rest")
                        + ") throws java.io.IOException;\n")
                .collect(Collectors.joining());
        return """
                package huge;

                /** Many methods. */
                @dev.holdfast.annotations.Backoff(baseDelay = "1ms")
                public interface Huge {
                %s}
                """.formatted(methods);
    }
}
