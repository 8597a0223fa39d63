package dev.holdfast.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sources of one size, on disk as a build has them.
 *
 * @param interfaces the folder with the annotated interfaces and what they name
 * @param generated the folder with the classes that Holdfast generates from them
 */
record Workspace(Path interfaces, Path generated) {

    /** The workspace of a size below a folder, prepared or not. */
    static Workspace of(Path root, Size size) {
        Path home = root.resolve(size.toString());
        return new Workspace(home.resolve("interfaces"), home.resolve("generated"));
    }

    /** Writes the interfaces and lets Holdfast generate the classes. */
    static Workspace prepare(Path root, Size size) throws IOException {
        Workspace workspace = of(root, size);
        ClientSources.write(workspace.interfaces(), size);
        Compilation compilation = new Compilation(Variant.PROCESSING, workspace.sources(Variant.INTERFACES));
        Path output = Files.createTempDirectory(root, "prepare");
        compilation.run(output);
        Files.move(Compilation.generated(output), workspace.generated());
        delete(output);
        return workspace;
    }

    /** The files that a variant gives to the compiler. */
    List<Path> sources(Variant variant) throws IOException {
        try (Stream<Path> declared = Files.walk(interfaces);
                Stream<Path> written = variant == Variant.BY_HAND ? Files.walk(generated) : Stream.empty()) {
            return Stream.concat(declared, written)
                    .filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .collect(Collectors.toUnmodifiableList());
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
                Files.delete(each);
            }
        }
    }
}
