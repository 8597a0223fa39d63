package dev.holdfast.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.runtime.Holdfast;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.NullMarked;

/** Runs the compiler with the processor, in memory. */
public final class Compiling {

    private Compiling() {}

    /** What a user's class path has: not what our own tests have. */
    static List<File> classPath() {
        return Stream.of(CircuitBreaker.class, Holdfast.class, NullMarked.class)
                .map(Compiling::location)
                .collect(Collectors.toList());
    }

    /** The same as an option's value. */
    static String classPathText() {
        return classPath().stream().map(File::getPath).collect(Collectors.joining(File.pathSeparator));
    }

    /** The jar or folder that a class is in. */
    static File location(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Compilation compile(List<String> options, List<JavaFileObject> sources, Processor... others) {
        List<Processor> processors = new ArrayList<>(List.of(new ResilienceProcessor()));
        processors.addAll(Arrays.asList(others));
        return compileWith(processors, options, sources);
    }

    public static Compilation compileWith(
            List<Processor> processors, List<String> options, List<JavaFileObject> sources) {
        return Compiler.javac()
                .withProcessors(processors)
                .withClasspath(classPath())
                .withOptions(options)
                .compile(sources);
    }

    /** Compiles texts, each with the name of its type in its first line's package. */
    public static Compilation compile(String... sources) {
        return compile(List.of(), sources(sources));
    }

    /** Sources in pairs of qualified name and text. */
    public static List<JavaFileObject> sources(String... namesAndTexts) {
        List<JavaFileObject> sources = new ArrayList<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            sources.add(JavaFileObjects.forSourceString(namesAndTexts[i], namesAndTexts[i + 1]));
        }
        return sources;
    }

    /** The generated sources by simple file name. */
    public static Map<String, String> generated(Compilation compilation) {
        return compilation.generatedSourceFiles().stream()
                .collect(Collectors.toMap(
                        file -> file.getName().substring(file.getName().lastIndexOf('/') + 1),
                        Compiling::text,
                        (left, right) -> left,
                        TreeMap::new));
    }

    public static String text(JavaFileObject file) {
        try {
            return file.getCharContent(false).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Errors and warnings as lines of {@code File.java:line: kind: message}. */
    public static List<String> messages(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(each -> each.getKind() != javax.tools.Diagnostic.Kind.NOTE)
                .map(each -> {
                    JavaFileObject source = each.getSource();
                    String where = source == null
                            ? ""
                            : source.getName().substring(source.getName().lastIndexOf('/') + 1) + ":"
                                    + each.getLineNumber() + ": ";
                    return where + each.getKind().toString().toLowerCase(Locale.ROOT) + ": "
                            + each.getMessage(Locale.ROOT).lines().findFirst().orElse("");
                })
                .collect(Collectors.toList());
    }

    /** Loads what was compiled. */
    public static ClassLoader load(Compilation compilation) {
        Map<String, byte[]> classes = compilation.generatedFiles().stream()
                .filter(file -> file.getKind() == JavaFileObject.Kind.CLASS)
                .collect(Collectors.toMap(
                        file -> file.getName()
                                .replaceFirst("^/?CLASS_OUTPUT/", "")
                                .replace(".class", "")
                                .replace('/', '.'),
                        Compiling::bytes));
        return new ClassLoader(Compiling.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }

    public static byte[] bytes(JavaFileObject file) {
        try (InputStream in = file.openInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
