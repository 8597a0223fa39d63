package dev.holdfast.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void countsCallsAndRequests() {
        Summary summary = Summary.of(Sample.EVENTS);

        assertThat(summary).isEqualTo(new Summary(5, 6, 1, 2, 1, 1));
        assertThat(summary)
                .hasToString("5 calls asked, 6 requests sent, 1 rejected, 2 recovered, 1 fine at once, 1 failed");
    }

    @Test
    void isZeroWhereNothingHappened() {
        assertThat(Summary.of(List.of())).isEqualTo(new Summary(0, 0, 0, 0, 0, 0));
    }
}
