package dev.holdfast.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** A jar of sources, compiled as a user compiles them: with the processor on its path and nothing configured. */
final class ProgramJar {

    private ProgramJar() {}

    /** Returns the class path with the jar behind those that it needs. */
    static List<Path> compile(Path folder, Map<String, String> sources, List<Path> needed) throws IOException {
        Path classes = folder.resolve("classes");
        List<String> arguments =
                new ArrayList<>(List.of("-encoding", "UTF-8", "-d", classes.toString(), "-cp", Jars.path(needed)));
        arguments.addAll(List.of("-processorpath", Jars.path(List.of(Jars.processor(), Jars.annotations()))));
        sources.forEach((name, text) -> arguments.add(write(folder, name, text)));
        run("javac", arguments);

        Path jar = folder.resolve(folder.getFileName() + ".jar");
        run("jar", List.of("--create", "--file", jar.toString(), "-C", classes.toString(), "."));
        List<Path> all = new ArrayList<>(needed);
        all.add(jar);
        return all;
    }

    private static String write(Path folder, String name, String text) {
        try {
            Path file = folder.resolve("sources").resolve(name.replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text).toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void run(String tool, List<String> arguments) {
        int exit = ToolProvider.findFirst(tool)
                .orElseThrow()
                .run(System.out, System.err, arguments.toArray(new String[0]));
        assertThat(exit).as(tool).isZero();
    }
}
