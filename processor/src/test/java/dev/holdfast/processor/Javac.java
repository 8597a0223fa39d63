package dev.holdfast.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Runs the compiler on files: it knows {@code --release} and modules only with its own file manager. */
final class Javac {

    private Javac() {}

    /** Compiles with the processor, on the class path, and returns all messages. */
    public static String compile(List<String> options, Collection<Path> inputs, Path output) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            if (!options.contains("--module-path")) {
                files.setLocation(StandardLocation.CLASS_PATH, Compiling.classPath());
            }
            files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(output.toFile()));
            JavaCompiler.CompilationTask task =
                    compiler.getTask(messages, files, null, options, null, files.getJavaFileObjectsFromPaths(inputs));
            task.setProcessors(List.of(new ResilienceProcessor()));
            if (!task.call()) {
                messages.append("compilation failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages.toString();
    }

    /** All files under a folder, with slashes. */
    public static List<String> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
