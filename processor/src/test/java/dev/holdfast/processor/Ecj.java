package dev.holdfast.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** Runs the compiler of Eclipse with the processor. */
final class Ecj {

    private Ecj() {}

    /** Compiles on the class path and returns errors of all files, and warnings of generated ones. */
    static List<String> compile(Collection<Path> inputs, Path output) {
        JavaCompiler compiler = new EclipseCompiler();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocation(StandardLocation.CLASS_PATH, Compiling.classPath());
            files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(output.toFile()));
            files.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(output.toFile()));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null, files, messages, List.of("--release", "17"), null, files.getJavaFileObjectsFromPaths(inputs));
            task.setProcessors(List.of(new ResilienceProcessor()));
            List<String> found = task.call() ? List.of() : List.of("compilation failed");
            List<String> printed = messages.getDiagnostics().stream()
                    .filter(each -> each.getKind() == Diagnostic.Kind.ERROR || isGenerated(each, output))
                    .map(each -> each.getSource() + ":" + each.getLineNumber() + ": " + each.getKind() + ": "
                            + each.getMessage(Locale.ROOT))
                    .collect(Collectors.toList());
            return printed.isEmpty() ? found : printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isGenerated(Diagnostic<? extends JavaFileObject> message, Path output) {
        return message.getSource() != null
                && Path.of(message.getSource().toUri()).startsWith(output);
    }
}
