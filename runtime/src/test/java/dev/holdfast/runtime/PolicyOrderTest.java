package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.PolicyOrder.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No pair of policies is without a test that shows which of them is outside the other. */
class PolicyOrderTest {

    private static final List<Class<?>> TESTS =
            List.of(GuardOrderTest.class, RetryOrderTest.class, DeadlineOrderTest.class, FallbackOrderTest.class);

    @Test
    void eachPairHasItsTest() {
        List<String> pairs = new ArrayList<>();
        PolicyOrder[] order = PolicyOrder.values();
        for (int outer = 0; outer < order.length; outer++) {
            for (int inner = outer + 1; inner < order.length; inner++) {
                pairs.add(order[outer] + " > " + order[inner]);
            }
        }
        assertThat(pairs).hasSize(28);
        List<String> shown = TESTS.stream()
                .flatMap(test -> Stream.of(test.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class) && method.isAnnotationPresent(Pair.class))
                .map(method -> method.getAnnotation(Pair.class))
                .map(pair -> pair.outer() + " > " + pair.inner())
                .toList();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(pairs);
    }
}
