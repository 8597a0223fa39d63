package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Interfaces that nobody would write, to find what nobody thought of. With {@code -Dshapes.seeds=100} that many new seeds
 * are tried; a plain build tries the same each time, so that nobody's unrelated change fails for what it found.
 */
class RandomShapesTest {

    private static final int INTERFACES = 16;

    @TempDir
    Path folder;

    /** Fixed seeds, those behind the second once failed, and as many new ones as are asked for. */
    static LongStream seeds() {
        return LongStream.concat(
                LongStream.of(1, 2, 240_475_861, 302_488_322),
                new Random().longs(Integer.getInteger("shapes.seeds", 0), 0, 1_000_000_000));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void compileWithoutAWarningAndForward(long seed) {
        RandomShapes shapes = new RandomShapes(seed, INTERFACES, folder.resolve("in"));
        shapes.keepValid();
        assertThat(shapes.size()).as("valid interfaces of seed %s", seed).isPositive();

        Path classes = folder("classes");
        List<String> options = List.of(
                "--release",
                "17",
                "-encoding",
                "UTF-8",
                "-Xlint:all,-processing",
                "-Werror",
                "-Xmaxerrs",
                "9",
                "-Aholdfast.lint=off");
        String messages = Javac.compile(options, shapes.files(), classes);
        assertThat(messages)
                .as("javac, seed %s:%n%s", seed, shapes.explain(messages))
                .isEmpty();
        Corpus.generated(classes).forEach(type -> assertForwards(type, seed, shapes));

        shapes.keepValidForEcj();
        List<String> ecj = Ecj.compile(shapes.files(), folder("ecj"));
        // Of the interface it says the same.
        ecj = ecj.stream().filter(line -> !line.contains("is hiding the type")).collect(Collectors.toList());
        assertThat(ecj)
                .as("ECJ, seed %s:%n%s", seed, shapes.explain(ecj.toString()))
                .isEmpty();
    }

    private static void assertForwards(Class<?> type, long seed, RandomShapes shapes) {
        try {
            Forwarding once = new Forwarding(type, 1);
            once.methods().forEach(once::assertForwards);
            once.methods().forEach(once::assertThrows);
            Forwarding twice = new Forwarding(type, 2);
            twice.methods().forEach(twice::assertRetries);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("forwarding, seed " + seed + ": " + shapes.explain(type.getName()), e);
        }
    }

    private Path folder(String name) {
        Path made = folder.resolve(name);
        assertThat(made.toFile().mkdir()).isTrue();
        return made;
    }
}
