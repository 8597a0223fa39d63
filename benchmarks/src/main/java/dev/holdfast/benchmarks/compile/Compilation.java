package dev.holdfast.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * A run of {@code javac} in this process, from files to files.
 *
 * <p>The processor's jar is on the processor path, so that the compiler loads its classes anew in each run, as it does for
 * Maven.
 */
final class Compilation {

    private final Variant variant;
    private final List<Path> sources;

    Compilation(Variant variant, List<Path> sources) {
        this.variant = variant;
        this.sources = sources;
    }

    /** Compiles into a folder, and fails if the compiler does. */
    void run(Path output) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, Jars.classPath());
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(Files.createDirectory(classes(output))));
            files.setLocationFromPaths(
                    StandardLocation.SOURCE_OUTPUT, List.of(Files.createDirectory(generated(output))));
            List<Path> processors = Jars.processorPath(variant);
            if (!processors.isEmpty()) {
                files.setLocationFromPaths(StandardLocation.ANNOTATION_PROCESSOR_PATH, processors);
            }
            CompilationTask task = compiler.getTask(
                    null, files, diagnostics, variant.options(), null, files.getJavaFileObjectsFromPaths(sources));
            if (variant == Variant.IDLE_PROCESSOR) {
                task.setProcessors(List.of(new IdleProcessor()));
            }
            boolean success = task.call();
            if (!success) {
                throw new IllegalStateException(variant + " does not compile: " + errors(diagnostics));
            }
        }
    }

    private static List<String> errors(DiagnosticCollector<JavaFileObject> diagnostics) {
        return diagnostics.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }

    static Path classes(Path output) {
        return output.resolve("classes");
    }

    static Path generated(Path output) {
        return output.resolve("generated");
    }
}
