package dev.holdfast.benchmarks.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.benchmarks.Limits;
import dev.holdfast.benchmarks.result.Figure;
import dev.holdfast.benchmarks.result.Figures;
import dev.holdfast.benchmarks.subject.Subjects;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.runner.RunnerException;

/** Every benchmark runs, for each subject that this JDK can load; times are not asserted. */
class CallSuiteTest {

    static List<MeasuredCase> cases() {
        return CallSuite.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void runs(MeasuredCase measured) throws RunnerException {
        Figures figures = new Figures("", new ArrayList<>());

        new CallSuite(Effort.SMOKE, figures).measure(measured);

        List<String> subjects = new ArrayList<>(measured.rivals());
        subjects.retainAll(Subjects.names());
        subjects.add("Holdfast");
        for (String subject : subjects) {
            assertThat(figures.value(measured.measure(), subject, "ns").orElse(0))
                    .isPositive();
            assertThat(figures.value(measured.measure(), subject, "B")).isPresent();
        }
        assertThat(figures.all()).extracting(Figure::measure).containsOnly(measured.measure());
    }

    static List<MeasuredCase> successes() {
        List<MeasuredCase> cases = new ArrayList<>();
        for (MeasuredCase each : CallSuite.cases()) {
            boolean succeeds =
                    each.measure().contains("success") || each.measure().contains("done");
            if (succeeds
                    && !each.measure().contains("2 threads")
                    && !each.measure().contains("everything")) {
                cases.add(each);
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("successes")
    void aSuccessAllocatesNothing(MeasuredCase measured) throws RunnerException {
        Figures figures = new Figures("", new ArrayList<>());

        new CallSuite(Effort.ALLOCATION, figures).measure(measured);

        assertThat(figures.value(measured.measure(), "Holdfast", "B").orElseThrow())
                .isLessThan(Limits.BYTES_PER_CALL);
    }
}
