package dev.holdfast.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** Compilations against class files. */
public final class Library {

    private Library() {}

    /** Puts the classes of a compilation in a folder for as long as something uses it. */
    public static void withClasses(Compilation library, Consumer<Path> use) {
        try {
            Path folder = Files.createTempDirectory("library");
            try {
                for (JavaFileObject file : library.generatedFiles()) {
                    Path target = folder.resolve(file.getName().replaceFirst("^/?CLASS_OUTPUT/", ""));
                    Files.createDirectories(target.getParent());
                    Files.write(target, Compiling.bytes(file));
                }
                use.accept(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
                Files.delete(file);
            }
        }
    }

    public static Compilation compile(Path library, String... sources) {
        return compile(library, List.of(), sources);
    }

    public static Compilation compile(Path library, List<String> options, String... sources) {
        List<File> classPath = new ArrayList<>(Compiling.classPath());
        classPath.add(library.toFile());
        return Compiler.javac()
                .withProcessors(new ResilienceProcessor())
                .withClasspath(classPath)
                .withOptions(options)
                .compile(Compiling.sources(sources));
    }
}
