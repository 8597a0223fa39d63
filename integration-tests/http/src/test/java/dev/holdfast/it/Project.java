package dev.holdfast.it;

import dev.holdfast.testkit.Artifacts;
import dev.holdfast.testkit.JdkTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A user's project of a few source files, compiled with the processor and every warning an error. */
final class Project {

    private final Path root;
    private final List<String> sources = new ArrayList<>();

    Project(Path root) {
        this.root = root;
    }

    /** Adds a source file of one line or more. */
    Project file(String path, String... lines) throws IOException {
        Path file = root.resolve("src").resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
        sources.add(file.toString());
        return this;
    }

    /** Compiles all on the class path. */
    Project compile(String release) throws IOException {
        return compile(release, "--class-path", Artifacts.api());
    }

    /** Compiles all on the module path. */
    Project compileModule(String release) throws IOException {
        return compile(release, "--module-path", Artifacts.api(), "--class-path", "");
    }

    private Project compile(String release, String... paths) throws IOException {
        Files.createDirectories(generated());
        List<String> arguments = new ArrayList<>(List.of("--release", release, "-Xlint:all,-processing", "-Werror"));
        arguments.addAll(List.of(paths));
        arguments.addAll(List.of("--processor-path", Artifacts.processor()));
        arguments.addAll(List.of("-d", classes().toString(), "-s", generated().toString()));
        arguments.addAll(sources);
        JdkTool.run("javac", arguments);
        return this;
    }

    Path classes() {
        return root.resolve("classes");
    }

    Path generated() {
        return root.resolve("generated");
    }
}
