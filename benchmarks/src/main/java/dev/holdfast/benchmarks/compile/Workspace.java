package dev.holdfast.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sources of one size, on disk as a build has them: a folder each for the annotated interfaces and what they name, for the
 * classes that Holdfast generates from them, and for the types of each rival.
 *
 * @param home the folder around them
 */
record Workspace(Path home) {

    /** The workspace of a size below a folder, prepared or not. */
    static Workspace of(Path root, Size size) {
        return new Workspace(root.resolve(size.toString()));
    }

    /** Writes the interfaces and lets Holdfast generate the classes. */
    static Workspace prepare(Path root, Size size) throws IOException {
        Workspace workspace = of(root, size);
        ClientSources.write(workspace.folder(Variant.INTERFACES), size);
        RivalSources.AUTO_VALUE.write(workspace.folder(Variant.AUTO_VALUE), size);
        RivalSources.MAP_STRUCT.write(workspace.folder(Variant.MAP_STRUCT), size);
        Compilation compilation = new Compilation(Variant.PROCESSING, workspace.sources(Variant.INTERFACES));
        Path output = Files.createTempDirectory(root, "prepare");
        compilation.run(output);
        Files.move(Compilation.generated(output), workspace.generated());
        delete(output);
        return workspace;
    }

    Path generated() {
        return home.resolve("generated");
    }

    private Path folder(Variant variant) {
        return home.resolve(variant.sources());
    }

    /** The files that a variant gives to the compiler. */
    List<Path> sources(Variant variant) throws IOException {
        try (Stream<Path> declared = Files.walk(folder(variant));
                Stream<Path> written = variant == Variant.BY_HAND ? Files.walk(generated()) : Stream.empty()) {
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
