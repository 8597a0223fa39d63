package dev.holdfast.processor;

import com.palantir.javapoet.ClassName;
import dev.holdfast.annotations.CircuitBreaker;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** Runs the compiler of Eclipse with the processor. */
final class Ecj {

    /** The newest release that this version of it knows. */
    static final int NEWEST_RELEASE = 24;

    private Ecj() {}

    /** Compiles on the class path and returns errors of all files, and warnings of generated ones. */
    public static List<String> compile(Collection<Path> inputs, Path output) {
        return compile(17, inputs, output);
    }

    /** The same for a release. */
    public static List<String> compile(int release, Collection<Path> inputs, Path output) {
        JavaCompiler compiler = new EclipseCompiler();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocation(StandardLocation.CLASS_PATH, Compiling.classPath());
            files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(output.toFile()));
            files.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(output.toFile()));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(),
                    files,
                    messages,
                    List.of("--release", String.valueOf(release), "-encoding", "UTF-8"),
                    null,
                    files.getJavaFileObjectsFromPaths(inputs));
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

    /**
     * The same for a named module, by the command line, since the compiler's API finds no modules. In two runs: what a
     * processor writes, whatever the processor, is compiled outside of the module in the run that it is written in.
     */
    static List<String> compileModule(int release, Collection<Path> inputs, Path generated, Path classes) {
        String processor = Stream.of(ResilienceProcessor.class, ClassName.class, CircuitBreaker.class)
                .map(each -> Compiling.location(each).getPath())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> options = new ArrayList<>(List.of("--release", String.valueOf(release), "-encoding", "UTF-8"));
        options.addAll(List.of("--module-path", modulePath(classes), "-d", classes.toString(), "-Xemacs"));
        List<String> first = new ArrayList<>(options);
        first.addAll(List.of("-proc:only", "-s", generated.toString(), "-processorpath", processor));
        List<String> messages = run(first, inputs, generated);
        if (!messages.isEmpty()) {
            return messages;
        }
        List<Path> all = new ArrayList<>(inputs);
        Javac.files(generated).stream()
                .filter(file -> file.endsWith(".java"))
                .forEach(file -> all.add(generated.resolve(file)));
        options.add("-proc:none");
        return run(options, all, generated);
    }

    /** Of jars alone: a module in a folder of classes, as Maven has it before it packs them, is not found. */
    private static String modulePath(Path classes) {
        ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
        List<String> path = new ArrayList<>();
        for (File module : Compiling.classPath()) {
            Path packed = classes.resolveSibling("module" + path.size() + ".jar");
            if (module.isDirectory()) {
                String[] arguments = {"--create", "--file", packed.toString(), "-C", module.toString(), "."};
                if (jar.run(System.out, System.err, arguments) != 0) {
                    throw new IllegalStateException("no jar of " + module);
                }
            }
            path.add(module.isDirectory() ? packed.toString() : module.toString());
        }
        return String.join(File.pathSeparator, path);
    }

    private static List<String> run(List<String> options, Collection<Path> inputs, Path generated) {
        List<String> arguments = new ArrayList<>(options);
        inputs.forEach(each -> arguments.add(each.toString()));
        StringWriter messages = new StringWriter();
        PrintWriter printer = new PrintWriter(messages);
        boolean compiled = BatchCompiler.compile(arguments.toArray(new String[0]), printer, printer, null);
        List<String> found = messages.toString()
                .lines()
                .filter(line -> line.contains(": error: ") || line.startsWith(generated.toString()))
                .collect(Collectors.toList());
        return compiled || !found.isEmpty() ? found : List.of("compilation failed: " + messages);
    }

    private static boolean isGenerated(Diagnostic<? extends JavaFileObject> message, Path output) {
        return message.getSource() != null
                && Path.of(message.getSource().toUri()).startsWith(output);
    }
}
