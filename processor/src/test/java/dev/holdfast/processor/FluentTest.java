package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a delegate returns itself, its decorator returns itself too: the rest of a chain of calls is protected. */
class FluentTest {

    @TempDir
    static Path folder;

    private static Map<Class<?>, Forwarding> clients;

    @BeforeAll
    public static void compile() {
        clients = Corpus.load(folder).collect(Collectors.toMap(type -> type, type -> new Forwarding(type, 1)));
    }

    public static Stream<Arguments> methods() {
        return clients.entrySet().stream()
                .flatMap(client -> client.getValue().methods().stream()
                        .filter(method -> client.getValue().isFluent(method))
                        .map(method -> Arguments.of(client.getKey(), method)));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void returnsTheDecorator(Class<?> type, Method method) {
        clients.get(type).assertReturnsItself(method);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void returnsOthersAsTheyAre(Class<?> type, Method method) {
        clients.get(type).assertForwards(method);
    }

    /** The test would be empty, and so green, if it took nothing for fluent. */
    @ParameterizedTest
    @MethodSource("expected")
    void knowsWhatIsFluent(String type, List<String> names) {
        assertThat(methods()
                        .filter(each -> ((Class<?>) each.get()[0]).getName().equals(type))
                        .map(each -> ((Method) each.get()[1]).getName())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(names);
    }

    public static Stream<Arguments> expected() {
        return Stream.of(
                Arguments.of(
                        "fluent.ResilientRequestClient",
                        List.of(
                                "query",
                                "timeout",
                                "untimed",
                                "header",
                                "headers",
                                "anyHeaders",
                                "body",
                                "exemptSelf",
                                "guarded")),
                Arguments.of("fluent.ResilientTyped", List.of("with", "any")),
                Arguments.of("names.ResilientObjectLike", List.of("clone")));
    }
}
