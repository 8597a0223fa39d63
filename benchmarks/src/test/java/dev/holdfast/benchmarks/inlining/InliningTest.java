package dev.holdfast.benchmarks.inlining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.benchmarks.Limits;
import dev.holdfast.benchmarks.subject.Holdfast;
import dev.holdfast.benchmarks.subject.Policies;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated methods are small enough for HotSpot to inline, whatever their policies. */
class InliningTest {

    static Set<Policies> policies() {
        return new Holdfast().policies();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void theCompilerSeesASmallMethod(Policies policies) throws IOException, InterruptedException {
        Inlining inlining = Inlining.of(policies, false);

        assertThat(inlining.method()).contains(".Resilient").endsWith("::get");
        assertThat(inlining.bytes()).isBetween(1, Limits.METHOD_BYTES);
        assertThat(inlining.refused()).noneMatch(call -> call.contains("hot method too big"));
    }

    @Test
    void readsTheCompilersLog() {
        Inlining inlining = Inlining.parse(
                List.of(
                        "    170  101    b        dev.holdfast.benchmarks.inlining.HotLoop::call (32 bytes)",
                        "               !            @ 13   dev.holdfast.benchmarks.client.ResilientX::get (108 bytes)   inline (hot)",
                        "                              @ 4   dev.holdfast.runtime.generated.SyncGuard::begin (400 bytes)   hot method too big",
                        "                              @ 9   dev.holdfast.runtime.generated.SyncGuard::failed (90 bytes)   never executed"));

        assertThat(inlining)
                .isEqualTo(new Inlining(
                        "dev.holdfast.benchmarks.client.ResilientX::get",
                        108,
                        true,
                        List.of("dev.holdfast.runtime.generated.SyncGuard::begin: hot method too big")));
    }
}
