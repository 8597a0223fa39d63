package dev.holdfast.benchmarks.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.RunnerException;

/** The benchmark does what it says, at sizes that take no time; times are not asserted. */
class CompileBenchmarkIT {

    private static final Size SIZE = new Size(3, 10);
    private static final Set<String> INTERFACES = Set.of("Client0", "Client1", "Client2", "Item", "ApiException");
    private static final Set<String> DECORATORS = Set.of("ResilientClient0", "ResilientClient1", "ResilientClient2");

    @TempDir
    static Path root;

    private static Workspace workspace;

    @BeforeAll
    static void prepare() throws IOException {
        workspace = Workspace.prepare(root, SIZE);
    }

    @Test
    void theInterfacesAloneGiveTheirClassesOnly() throws IOException {
        Path output = compile(Variant.INTERFACES);

        assertThat(classes(output)).isEqualTo(INTERFACES);
        assertThat(generated(output)).isEmpty();
    }

    @Test
    void anIdleProcessorGivesNothing() throws IOException {
        Path output = compile(Variant.IDLE_PROCESSOR);

        assertThat(classes(output)).isEmpty();
        assertThat(generated(output)).isEmpty();
    }

    @Test
    void processingGivesSourcesOnly() throws IOException {
        Path output = compile(Variant.PROCESSING);

        assertThat(classes(output)).isEmpty();
        assertThat(generated(output)).isEqualTo(DECORATORS);
    }

    @Test
    void aFullCompileGivesTheClassFilesOfThePlainOne() throws IOException {
        Path full = compile(Variant.FULL);
        Path byHand = compile(Variant.BY_HAND);

        assertThat(classes(full)).containsAll(INTERFACES).containsAll(DECORATORS);
        assertThat(classes(byHand)).isEqualTo(classes(full));
        assertThat(generated(full)).isEqualTo(DECORATORS);
        assertThat(generated(byHand)).isEmpty();
    }

    @Test
    void everyMethodOfEveryInterfaceIsProtected() throws IOException {
        for (int i = 0; i < SIZE.interfaces(); i++) {
            String decorator = Files.readString(
                    workspace.generated().resolve("com/example/api/Resilient" + ClientSources.name(i) + ".java"));

            assertThat(decorator.split("\\.begin\\(\\)", -1)).hasSize(1 + SIZE.methods());
        }
    }

    @Test
    void jmhMeasuresEveryVariantColdAndWarm() throws RunnerException, IOException {
        System.setProperty(CompileBenchmark.WORKSPACES, root.toString());
        CompileTimes times = new CompileTimes(root, List.of(SIZE), List.of(Variant.values()), 0);
        Measurements cold = new Measurements("cold");
        Measurements warm = new Measurements("warm");

        times.cold(1, cold);
        times.warm(0, 2, warm);

        for (Variant variant : Variant.values()) {
            assertThat(cold.of(SIZE, variant).getN()).isEqualTo(1);
            assertThat(warm.of(SIZE, variant).getN()).isEqualTo(2);
            assertThat(cold.median(SIZE, variant)).isPositive();
        }
    }

    private Path compile(Variant variant) throws IOException {
        Path output = Files.createTempDirectory(root, "output");
        new Compilation(variant, workspace.sources(variant)).run(output);
        return output;
    }

    private static Set<String> classes(Path output) throws IOException {
        return names(Compilation.classes(output), ".class");
    }

    private static Set<String> generated(Path output) throws IOException {
        return names(Compilation.generated(output), ".java");
    }

    /** Simple names of the top-level classes. */
    private static Set<String> names(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(each -> each.getFileName().toString())
                    .filter(each -> each.endsWith(suffix) && !each.contains("$"))
                    .map(each -> each.substring(0, each.length() - suffix.length()))
                    .collect(Collectors.toSet());
        }
    }
}
