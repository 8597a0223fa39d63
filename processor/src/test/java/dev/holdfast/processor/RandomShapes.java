package dev.holdfast.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** Random interfaces in a folder, each in a package of its own, all of which a compiler takes without our processor. */
final class RandomShapes {

    /** By package: a seed that gives it again, and its files. */
    private final Map<String, List<Path>> files = new LinkedHashMap<>();

    private final Path folder;

    /** Writes some. */
    RandomShapes(long seed, int count, Path folder) {
        this.folder = folder;
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            String home = "c" + i;
            List<Path> written = new ArrayList<>();
            ShapeGenerator.generate(random.nextLong(), home).forEach((file, text) -> {
                Path path = folder.resolve(file);
                Cases.write(path, text);
                written.add(path);
            });
            files.put(home, written);
        }
    }

    public List<Path> files() {
        return files.values().stream().flatMap(List::stream).collect(Collectors.toList());
    }

    public int size() {
        return files.size();
    }

    /** Leaves out what javac does not take without a warning. */
    void keepValid() {
        keepValid(ToolProvider.getSystemJavaCompiler(), List.of("-Xlint:all,-processing", "-Xmaxerrs", "10000"));
    }

    /** Leaves out what ECJ refuses too. */
    void keepValidForEcj() {
        keepValid(new EclipseCompiler(), List.of());
    }

    private void keepValid(JavaCompiler compiler, List<String> more) {
        List<String> options = new ArrayList<>(List.of("--release", "17", "-encoding", "UTF-8", "-proc:none"));
        options.addAll(more);
        Set<String> wrong = wrong(compiler, options, files());
        while (!wrong.isEmpty()) {
            files.keySet().removeAll(wrong);
            wrong = wrong(compiler, options, files());
        }
    }

    /** The packages that have errors, or warnings of javac. */
    private Set<String> wrong(JavaCompiler compiler, List<String> options, Collection<Path> sources) {
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
            Path output = folder.resolve("unprocessed");
            output.toFile().mkdirs();
            manager.setLocation(StandardLocation.CLASS_PATH, Compiling.classPath());
            manager.setLocation(StandardLocation.CLASS_OUTPUT, List.of(output.toFile()));
            compiler.getTask(
                            new StringWriter(),
                            manager,
                            messages,
                            options,
                            null,
                            manager.getJavaFileObjectsFromPaths(sources))
                    .call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean ecj = compiler instanceof EclipseCompiler;
        return messages.getDiagnostics().stream()
                .filter(each -> each.getSource() != null)
                .filter(each -> !ecj || each.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .map(each -> folder.relativize(Path.of(each.getSource().toUri()))
                        .getName(0)
                        .toString()
                        .replace("far", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The sources of the first package that messages name, for a failure to be understood. */
    String explain(String messages) {
        return files.entrySet().stream()
                .filter(each ->
                        messages.contains("/" + each.getKey() + "/") || messages.contains(each.getKey() + ".Resilient"))
                .findFirst()
                .map(each -> each.getValue().stream()
                        .filter(file -> !file.toString().contains("far/")
                                || file.getFileName().toString().startsWith("P"))
                        .map(Cases::read)
                        .collect(Collectors.joining("\n", messages + "\n", "")))
                .orElse(messages);
    }
}
