package dev.holdfast.it.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.event.CircuitState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a generated client must do with the answers of a real one. Each subclass brings a client; its interface has four
 * attempts, own waits of a millisecond or two, and 2 seconds as its default delay, so that no wait of one second is but the
 * server's.
 */
@Timeout(30)
abstract class ClientScenarios {

    private static final Duration HINT = Duration.ofSeconds(1);

    /** More than connections would last for, if each call left one. */
    private static final int CALLS = Boolean.getBoolean("thorough") ? 1_000 : 100;

    private Upstream server;

    /** Makes a protected client. */
    abstract void connect(String address, CircuitBreaker breaker) throws Exception;

    /** Makes a call and reads what comes of it to the end. */
    abstract Answer get(String path) throws Exception;

    /** Lets go of threads and connections. */
    void disconnect() throws Exception {}

    /** How many connections the client says are in use; 0 where it does not say. */
    int connectionsInUse() {
        return 0;
    }

    /** Whether a connection is good for another call when a body was closed before its end. */
    boolean reusesConnections() {
        return true;
    }

    Upstream startServer() throws IOException {
        return new HttpUpstream();
    }

    @BeforeEach
    final void start() throws Exception {
        server = startServer();
    }

    @AfterEach
    final void stop() throws Exception {
        disconnect();
        server.close();
    }

    @Test
    void waitsAsLongAsTheServerAsks() throws Exception {
        connect(server.address(), CircuitBreaker.builder().build());
        server.then(Turn.tooManyRequests((int) HINT.toSeconds()));

        assertThat(get("a")).isEqualTo(Answer.of(Turn.OK));

        List<Long> arrivals = server.arrivals();
        assertThat(arrivals).hasSize(2);
        // Up to a tenth is added to the hint; the rest is for a machine that has other things to do.
        assertThat(Duration.ofNanos(arrivals.get(1) - arrivals.get(0)))
                .isBetween(HINT, HINT.plus(HINT.dividedBy(10)).plusMillis(250));
    }

    @Test
    void theLast429ReachesTheCallerWhole() throws Exception {
        connect(server.address(), CircuitBreaker.builder().failureThreshold(1).build());
        Turn limited = Turn.tooManyRequests(0);
        server.then(limited, limited, limited, limited);

        assertThat(get("a")).isEqualTo(Answer.of(limited));

        assertThat(server.arrivals()).hasSize(4);
        assertThat(get("b")).isEqualTo(Answer.of(Turn.OK));
    }

    @Test
    void aClientErrorIsFinalAndNoFailure() throws Exception {
        CircuitBreaker breaker = CircuitBreaker.builder().failureThreshold(1).build();
        connect(server.address(), breaker);
        server.then(Turn.NOT_FOUND);

        assertThat(get("a")).isEqualTo(Answer.of(Turn.NOT_FOUND));

        assertThat(server.arrivals()).hasSize(1);
        assertThat(breaker.state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void aServerErrorIsRetriedAndCounted() throws Exception {
        CircuitBreaker breaker = CircuitBreaker.builder().failureThreshold(3).build();
        connect(server.address(), breaker);
        server.then(Turn.UNAVAILABLE, Turn.UNAVAILABLE, Turn.OK);
        server.then(Turn.UNAVAILABLE, Turn.UNAVAILABLE, Turn.UNAVAILABLE, Turn.OK);

        assertThat(get("a")).isEqualTo(Answer.of(Turn.OK));
        assertThat(server.arrivals()).hasSize(3);
        assertThat(breaker.state()).isEqualTo(CircuitState.CLOSED);

        assertThat(get("b")).isEqualTo(Answer.of(Turn.UNAVAILABLE));
        assertThat(server.arrivals()).hasSize(6);
        assertThat(breaker.state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void dropped429sLeakNoConnection() throws Exception {
        connect(server.address(), CircuitBreaker.builder().build());
        for (int i = 0; i < CALLS; i++) {
            server.then(Turn.tooManyRequests(0), Turn.OK);
        }

        for (int i = 0; i < CALLS; i++) {
            assertThat(get("a")).isEqualTo(Answer.of(Turn.OK));
        }

        assertThat(server.arrivals()).hasSize(2 * CALLS);
        assertThat(connectionsInUse()).isZero();
        // One that the client closes may be still open here when the next one is made.
        assertThat(server.mostConnectionsAtOnce()).isLessThanOrEqualTo(8);
        if (reusesConnections()) {
            assertThat(server.connections()).isLessThanOrEqualTo(8);
        }
    }
}
