package dev.holdfast.processor;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method of every generated class of the corpus hands through what goes in and what comes out. */
class ForwardingTest {

    @TempDir
    static Path folder;

    private static List<Class<?>> generated;

    @BeforeAll
    public static void compile() {
        generated = Corpus.load(folder).collect(Collectors.toList());
    }

    public static List<Class<?>> generated() {
        return generated;
    }

    @ParameterizedTest
    @MethodSource("generated")
    void handsThroughArgumentsAndResults(Class<?> type) {
        Forwarding forwarding = new Forwarding(type, 1);
        forwarding.methods().forEach(forwarding::assertForwards);
    }

    @ParameterizedTest
    @MethodSource("generated")
    void handsThroughWhatIsThrown(Class<?> type) {
        Forwarding forwarding = new Forwarding(type, 1);
        forwarding.methods().forEach(forwarding::assertThrows);
    }

    @ParameterizedTest
    @MethodSource("generated")
    void repeatsTheSameCall(Class<?> type) {
        Forwarding forwarding = new Forwarding(type, 2);
        forwarding.methods().forEach(forwarding::assertRetries);
    }
}
