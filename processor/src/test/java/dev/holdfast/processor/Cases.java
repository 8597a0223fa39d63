package dev.holdfast.processor;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** Folders of sources under {@code src/test/resources}. */
public final class Cases {

    /** Whether expectations are to be written anew, to be read and committed: {@code -Dgolden.update=true}. */
    static final boolean UPDATE = Boolean.getBoolean("golden.update");

    /** Before each expected message, at the end of a source. */
    private static final String EXPECT = "// expect: ";

    private Cases() {}

    /** The folders of a kind, sorted. In the source tree, so that updating changes what is committed. */
    static List<Path> folders(String kind) {
        return list(Path.of("src/test/resources", kind)).stream()
                .filter(Files::isDirectory)
                .collect(Collectors.toList());
    }

    /** The inputs of all golden files, to be compiled at once: several bring the same stand-ins of a library. */
    static List<Path> goldenInputs() {
        Set<String> types = new HashSet<>();
        return folders("golden").stream()
                .flatMap(folder -> list(folder.resolve("input")).stream())
                .filter(file -> types.add(source(file).getName()))
                .collect(Collectors.toList());
    }

    public static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Java files of a folder, under the names of their types. */
    public static List<JavaFileObject> sources(Path folder) {
        return list(folder).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .map(Cases::source)
                .collect(Collectors.toList());
    }

    /** The messages that a folder's sources expect, in their order. */
    static List<String> expected(Path folder) {
        return list(folder).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .flatMap(file -> read(file).lines())
                .filter(line -> line.startsWith(EXPECT))
                .map(line -> line.substring(EXPECT.length()))
                .toList();
    }

    /** Writes the messages that a folder expects into the source that has them, or into {@code Client} or the first one. */
    static void expect(Path folder, List<String> messages) {
        List<Path> files = list(folder).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
        Path file = files.stream()
                .filter(each -> read(each).contains(EXPECT))
                .findFirst()
                .or(() -> files.stream()
                        .filter(each -> each.endsWith("Client.java"))
                        .findFirst())
                .orElse(files.get(0));
        String source = withoutExpectations(read(file)).stripTrailing();
        write(
                file,
                source
                        + messages.stream()
                                .map(each -> "\n" + EXPECT + each)
                                .collect(Collectors.joining("", "\n", "\n")));
    }

    /** A source as its author would write it, without the messages. */
    static String withoutExpectations(String source) {
        return source.lines().filter(line -> !line.startsWith(EXPECT)).collect(Collectors.joining("\n", "", "\n"));
    }

    static JavaFileObject source(Path file) {
        String text = read(file);
        String packageName = text.lines()
                .filter(line -> line.startsWith("package "))
                .map(line -> line.substring("package ".length(), line.indexOf(';')) + ".")
                .findFirst()
                .orElse("");
        String simpleName = file.getFileName().toString().replace(".java", "");
        return JavaFileObjects.forSourceString(packageName + simpleName, text);
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
