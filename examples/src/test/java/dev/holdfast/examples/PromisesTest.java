package dev.holdfast.examples;

import static dev.holdfast.examples.Sample.ms;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The demo must notice when what it shows is not true. */
class PromisesTest {

    private final ServerLog server = new ServerLog();

    @BeforeEach
    void asInTheSample() {
        arrives(12, Answer.status(503));
        arrives(261, Answer.status(200));
        arrives(402, Answer.stall());
        arrives(1602, Answer.tooManyRequests(Duration.ofSeconds(2)));
        server.add(new ServerLog.Hint(ms(1699), ms(3699), "2"));
        arrives(3721, Answer.status(200));
    }

    @Test
    void seesWhatIsTrue() {
        arrives(3801, Answer.status(200));

        assertThat(check().kept())
                .contains("6 requests sent = 6 seen by the server + 0 refused")
                .contains("0 requests reached the server while the breaker was open")
                .contains("Retry-After: 2 asked for 2.00 s of quiet; next request 22 ms after that");
    }

    @Test
    void seesARequestThatIsMissing() {
        assertThat(check().broken()).contains("6 requests sent = 5 seen by the server + 0 refused");
    }

    @Test
    void seesARequestBeforeTheHintedTime() {
        arrives(3600, Answer.status(200));

        assertThat(check().broken())
                .contains("Retry-After: 2 asked for 2.00 s of quiet; next request -99 ms after that");
    }

    @Test
    void seesARequestThroughAnOpenBreaker() {
        arrives(1000, Answer.status(200));

        assertThat(check().broken()).contains("1 requests reached the server while the breaker was open");
    }

    @Test
    void seesABreakerThatTookAnotherCourse() {
        assertThat(check().broken()).contains("the breaker went through [CLOSED, OPEN, CLOSED]");
    }

    private Promises check() {
        return Promises.check(Sample.EVENTS, server, Summary.of(Sample.EVENTS), LongUnaryOperator.identity());
    }

    private void arrives(long millis, Answer answer) {
        server.add(new ServerLog.Request(ms(millis), answer));
    }
}
