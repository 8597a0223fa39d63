package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which exceptions count, where lists name classes above and below each other. The tables are those of MicroProfile Fault
 * Tolerance for {@code failOn} and {@code skipOn}, and for {@code retryOn} and {@code abortOn}: three settings, nine classes.
 */
class ExceptionHierarchyTest {

    static class E0 extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static class E0S extends E0 {
        private static final long serialVersionUID = 1L;
    }

    static class E1 extends E0 {
        private static final long serialVersionUID = 1L;
    }

    static class E1S extends E1 {
        private static final long serialVersionUID = 1L;
    }

    static class E2 extends E1 {
        private static final long serialVersionUID = 1L;
    }

    static class E2S extends E2 {
        private static final long serialVersionUID = 1L;
    }

    private static final Map<String, Throwable> THROWN = Map.of(
            "Exception", new Exception(),
            "E0", new E0(),
            "E0S", new E0S(),
            "E1", new E1(),
            "E1S", new E1S(),
            "E2", new E2(),
            "E2S", new E2S(),
            "RuntimeException", new RuntimeException(),
            "Error", new Error());

    /** What counts, and what does not although it is named by what counts. */
    private record Lists(List<Class<? extends Throwable>> included, List<Class<? extends Throwable>> excluded) {

        @SuppressWarnings({"unchecked", "rawtypes"}) // what a list of classes becomes
        private static Class<? extends Throwable>[] array(List<Class<? extends Throwable>> classes) {
            return classes.toArray(new Class[0]);
        }

        boolean breakerCounts(Throwable thrown) {
            CircuitBreaker breaker = CircuitBreaker.builder()
                    .monitored(array(included))
                    .ignored(array(excluded))
                    .build();
            breaker.acquirePermit().failed(thrown);
            return breaker.failureCount() == 1;
        }

        boolean backoffRetries(Throwable thrown) {
            ExponentialBackoff backoff = ExponentialBackoff.builder()
                    .retryOn(array(included))
                    .abortOn(array(excluded))
                    .build();
            return backoff.isRetryable(thrown);
        }
    }

    private static final Map<String, Lists> SETTINGS = Map.of(
            "A", new Lists(List.of(E0.class, E2.class), List.of(E1.class)),
            "B", new Lists(List.of(Exception.class, E1.class), List.of(E0.class, E2.class)),
            "C", new Lists(List.of(E1.class, E2.class), List.of(E0.class)));

    @ParameterizedTest(name = "{0}: {1} counts: {2}")
    @CsvSource({
        "A, Exception, false",
        "A, E0, true",
        "A, E0S, true",
        "A, E1, false",
        "A, E1S, false",
        "A, E2, false",
        "A, E2S, false",
        "A, RuntimeException, false",
        "A, Error, false",
        "B, Exception, true",
        "B, E0, false",
        "B, E0S, false",
        "B, E1, false",
        "B, E1S, false",
        "B, E2, false",
        "B, E2S, false",
        "B, RuntimeException, true",
        "B, Error, false",
        "C, Exception, false",
        "C, E0, false",
        "C, E0S, false",
        "C, E1, false",
        "C, E1S, false",
        "C, E2, false",
        "C, E2S, false",
        "C, RuntimeException, false",
        "C, Error, false"
    })
    public void table(String setting, String thrown, boolean counts) {
        assertThat(SETTINGS.get(setting).breakerCounts(THROWN.get(thrown))).isEqualTo(counts);
        assertThat(SETTINGS.get(setting).backoffRetries(THROWN.get(thrown))).isEqualTo(counts);
    }

    /** All lists of three classes below each other, by the rule itself: some included class, and no excluded one. */
    @Test
    void everyCombination() {
        List<Class<? extends Throwable>> classes = List.of(E0.class, E1.class, E2.class);
        for (List<Class<? extends Throwable>> included : subsets(classes)) {
            for (List<Class<? extends Throwable>> excluded : subsets(classes)) {
                Lists lists = new Lists(included, excluded);
                THROWN.values().forEach(thrown -> {
                    boolean counts = holds(included, thrown) && !holds(excluded, thrown);
                    assertThat(lists.breakerCounts(thrown))
                            .as("%s, %s", lists, thrown)
                            .isEqualTo(counts);
                    assertThat(lists.backoffRetries(thrown))
                            .as("%s, %s", lists, thrown)
                            .isEqualTo(counts);
                });
            }
        }
    }

    private static boolean holds(List<Class<? extends Throwable>> classes, Throwable thrown) {
        for (Class<?> each = thrown.getClass(); each != null; each = each.getSuperclass()) {
            if (classes.contains(each)) {
                return true;
            }
        }
        return false;
    }

    private static <T> List<List<T>> subsets(List<T> all) {
        List<List<T>> subsets = new ArrayList<>();
        for (int bits = 0; bits < 1 << all.size(); bits++) {
            List<T> subset = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if ((bits & 1 << i) != 0) {
                    subset.add(all.get(i));
                }
            }
            subsets.add(subset);
        }
        return subsets;
    }
}
