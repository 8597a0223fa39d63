package dev.holdfast.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that becomes a native image does drive every generated class, and says the same each time. */
class EverythingIT {

    private static final String GENERATED = ".*/(Resilient|Safe)[^/$]*\\.class";

    @TempDir
    Path folder;

    @Test
    void isDriven() throws IOException, InterruptedException {
        List<Path> classPath =
                ProgramJar.compile(folder.resolve("everything"), Combinations.sources(), Jars.programs());
        Path loaded = folder.resolve("loaded.txt");
        String log = "-Xlog:class+load:file=" + loaded + ":none:filecount=0";
        Run run = Run.of(folder, Run.java(classPath, Combinations.EVERYTHING, log));
        Run again = Run.of(folder, Run.java(classPath, Combinations.EVERYTHING));

        again.isLike(run);
        assertThat(run.lines()).as("facts").hasSizeGreaterThan(600);
        Set<String> generated = generated(classPath);
        assertThat(generated).hasSizeGreaterThan(63);
        generated.removeAll(loaded(loaded));
        assertThat(generated).as("left out").isEmpty();
    }

    /** The classes that the processor has written. */
    private static Set<String> generated(List<Path> jars) throws IOException {
        Set<String> classes = new TreeSet<>();
        for (Path jar : jars) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                zip.stream()
                        .map(ZipEntry::getName)
                        .filter(name -> name.matches(GENERATED) && !name.startsWith("dev/holdfast/annotations/"))
                        .forEach(name ->
                                classes.add(name.replace('/', '.').substring(0, name.length() - ".class".length())));
            }
        }
        return classes;
    }

    private static Set<String> loaded(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .map(line -> line.replaceAll(" .*", ""))
                .collect(Collectors.toSet());
    }
}
