package dev.holdfast.benchmarks.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.benchmarks.result.Figures;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What is beyond a bound is measured once more, and fails only if it is beyond it again. */
class JudgeTest {

    private static final Bound TIME = Bound.ratio(2, "call", "ns", "Floor");
    private static final Bound SIZE = Bound.count(10, "call", "B");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Judge judge = new Judge(new PrintStream(printed, true, StandardCharsets.UTF_8));
    private int measurements;

    /** Holdfast's nanoseconds, one after the other; the floor takes 10. */
    private Step step(double bytes, double... nanos) {
        Queue<Double> next = new ArrayDeque<>();
        for (double each : nanos) {
            next.add(each);
        }
        return new Step(
                figures -> {
                    measurements++;
                    figures.add("call", "Floor", "ns", 10);
                    figures.add("call", "Holdfast", "ns", next.remove());
                    figures.add("call", "Holdfast", "B", bytes);
                },
                List.of(TIME, SIZE));
    }

    @Test
    void whatHoldsIsMeasuredOnce() throws Exception {
        assertThat(judge.broken(List.of(step(10, 20), step(0, 1)))).isEmpty();

        assertThat(measurements).isEqualTo(2);
    }

    @Test
    void whatHoldsTheSecondTimeHolds() throws Exception {
        assertThat(judge.broken(List.of(step(0, 21, 19)))).isEmpty();

        assertThat(measurements).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Once more:");
    }

    @Test
    void whatIsBeyondTwiceIsBroken() throws Exception {
        assertThat(judge.broken(List.of(step(0, 21, 30), step(0, 1))))
                .containsExactly("call: Holdfast / Floor, in ns: 3.00, at most 2.00");

        assertThat(measurements).isEqualTo(3);
    }

    @Test
    void aBoundThatHeldAtFirstIsNotJudgedByTheSecondMeasurement() throws Exception {
        assertThat(judge.broken(List.of(step(11, 5, 50))))
                .containsExactly("call: Holdfast, in B: 11.00, at most 10.00");
    }

    @Test
    void whatIsNotMeasuredIsBroken() throws Exception {
        Step empty = new Step(figures -> {}, List.of(TIME));

        assertThat(judge.broken(List.of(empty)))
                .containsExactly("call: Holdfast / Floor, in ns: not measured, at most 2.00");
    }

    @Test
    void aRatioOfNothingToNothingDoesNotHold() {
        Figures figures = new Figures("", new ArrayList<>());
        figures.add("call", "Floor", "ns", 0);
        figures.add("call", "Holdfast", "ns", 0);

        assertThat(TIME.holds(figures)).isFalse();
    }

    @Test
    void everyStepNamesARowAndSubjectsThatThereAre() {
        assertThat(Check.steps())
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.bounds()).isNotEmpty());
    }
}
