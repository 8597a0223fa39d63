package dev.holdfast.it.reflectionfree;

import dev.holdfast.testkit.Artifacts;
import dev.holdfast.testkit.JdkTool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Compiles what the build itself does not: folders of sources in the test resources. */
final class Javac {

    private Javac() {}

    /** Compiles all sources below a folder, with no processor. */
    static Path compile(Path sources, Path classes) throws IOException {
        return compile(sources(sources), classes, List.of("-proc:none"));
    }

    /** Compiles with the processor, against our jars and this test's class path, what is in folders of a name. */
    static Path compileClients(Path root, String name, Path classes) throws IOException {
        List<String> sources = sources(root);
        sources.removeIf(file -> !file.contains(File.separator + name + File.separator));
        // Several cases bring the same stand-ins of a library.
        Set<String> texts = new HashSet<>();
        for (Iterator<String> file = sources.iterator(); file.hasNext(); ) {
            if (!texts.add(Files.readString(Path.of(file.next())))) {
                file.remove();
            }
        }
        return compile(
                sources,
                classes,
                List.of(
                        "--class-path",
                        Artifacts.api() + File.pathSeparator + System.getProperty("java.class.path"),
                        "--processor-path",
                        Artifacts.processor()));
    }

    /** Compiles a module with the processor, against our jars. */
    static Path compileModule(Path sources, Path classes) throws IOException {
        return compile(
                sources(sources),
                classes,
                List.of(
                        "--module-path",
                        Artifacts.api(),
                        "--class-path",
                        "",
                        "--processor-path",
                        Artifacts.processor()));
    }

    private static Path compile(List<String> sources, Path classes, List<String> options) throws IOException {
        Files.createDirectories(classes);
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-d", classes.toString()));
        arguments.addAll(sources);
        JdkTool.run("javac", arguments);
        return classes;
    }

    private static List<String> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new ArrayList<>(files.map(Path::toString)
                    .filter(file -> file.endsWith(".java"))
                    .sorted()
                    .toList());
        }
    }
}
