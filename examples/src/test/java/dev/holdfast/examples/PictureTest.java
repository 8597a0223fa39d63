package dev.holdfast.examples;

import static dev.holdfast.examples.Sample.ms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.examples.Picture.Kind;
import dev.holdfast.examples.Picture.Row;
import dev.holdfast.examples.Picture.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureTest {

    private final Picture picture = Picture.of(Sample.EVENTS);

    @Test
    void hasOneRowForEachCallInTheOrderAsked() {
        assertThat(picture.rows())
                .extracting(Row::call)
                .containsExactly(Sample.RECOVERED, Sample.FAILED, Sample.REJECTED, Sample.LIMITED, Sample.HELD);
    }

    @Test
    void showsAttemptsAndTheWaitBetweenThem() {
        assertThat(row(0).spans())
                .containsExactly(
                        new Span(Kind.BAD, ms(11), ms(50), "503"),
                        new Span(Kind.WAIT, ms(50), ms(260), ""),
                        new Span(Kind.GOOD, ms(260), ms(300), "200"));
        assertThat(row(0).result()).isEqualTo("503, 200");
    }

    @Test
    void saysHowABadCallEnded() {
        assertThat(row(1).result()).isEqualTo("timeout, given up");
        assertThat(row(2).result()).isEqualTo("rejected, circuit open");
        assertThat(row(2).spans()).containsExactly(new Span(Kind.REJECTED, ms(600), ms(600), ""));
    }

    @Test
    void showsACallThatWasHeldBack() {
        assertThat(row(4).spans().get(0)).isEqualTo(new Span(Kind.HELD, ms(2000), ms(3720), ""));
        assertThat(row(4).result()).isEqualTo("held, 200");
        assertThat(row(3).result()).isEqualTo("429, 100 ms after the hinted time, 200");
    }

    @Test
    void stretchesStatesAndChaptersUntilTheNext() {
        assertThat(picture.breaker())
                .containsExactly(
                        new Span(Kind.CLOSED, 0, ms(501), "CLOSED"),
                        new Span(Kind.OPEN, ms(501), ms(1500), "OPEN"),
                        new Span(Kind.CLOSED, ms(1500), ms(3851), "CLOSED"));
        assertThat(picture.chapters())
                .containsExactly(
                        new Span(Kind.CHAPTER, 0, ms(1600), "1 trouble"),
                        new Span(Kind.CHAPTER, ms(1600), ms(3851), "2 limits"));
        assertThat(picture.holds()).containsExactly(new Span(Kind.HOLD, ms(1700), ms(3700), "hold 2.00 s"));
    }

    @Test
    void isEmptyWhereNothingHappened() {
        Picture empty = Picture.of(List.of());

        assertThat(empty.rows()).isEmpty();
        assertThat(empty.end()).isZero();
    }

    private Row row(int index) {
        return picture.rows().get(index);
    }
}
