package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.ResilienceException;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds for each client of a service over HTTP: one call makes three attempts at most, and so many failures open the breaker. */
@Timeout(120)
abstract class ClientContract {

    /** Longer than any machine needs. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    ScriptedServer server;

    /** Makes a protected client for {@link #server}, which waits so long for an answer. */
    abstract void connect(Duration patience) throws Exception;

    /** Closes the client without Holdfast. */
    void disconnect() throws Exception {}

    /** Makes a call, and returns what is in its answer. */
    abstract Object call() throws Exception;

    /** An answer to the call. */
    abstract Reply good();

    /** What is in it. */
    abstract Object content();

    /** The exception for {@link #down()}. */
    abstract Class<? extends Throwable> failure();

    /** Says that the service can't answer now. */
    Reply down() {
        return Reply.unavailable("down");
    }

    /** Says that there are too many calls. */
    Reply limited() {
        return Reply.tooManyRequests("1");
    }

    /** The wait after that. */
    Duration hold() {
        return Duration.ofSeconds(1);
    }

    /** Says that the call is wrong. */
    Reply refused() {
        return Reply.status(400, "{}", "Content-Type: application/json");
    }

    /** The failures that open the breaker; divisible by three. */
    int failuresToOpen() {
        return 6;
    }

    /** How long the client waits for a server that never answers: until its request has come to the server. */
    Duration impatience() {
        return Duration.ofMillis(500);
    }

    /** Uses what sends nothing, while the breaker is open. */
    void useWithoutCalls() throws Exception {}

    @BeforeEach
    final void start() throws Exception {
        server = new ScriptedServer();
        connect(PATIENCE);
    }

    @AfterEach
    final void stop() throws Exception {
        disconnect();
        server.close();
    }

    @Test
    final void aFailureIsTriedAgainWithTheSameRequest() throws Exception {
        server.then(down(), down(), good());
        assertThat(call()).isEqualTo(content());
        assertThat(server.paths()).hasSize(3);
        assertThat(server.paths().stream().distinct()).hasSize(1);
    }

    @Test
    final void theWaitThatTheServerAsksForIsKept() throws Exception {
        server.then(limited(), good());
        assertThat(call()).isEqualTo(content());
        assertThat(server.requests()).hasSize(2);
        assertThat(server.between(0, 1)).isGreaterThanOrEqualTo(hold());
    }

    @Test
    final void aHangingServerIsAFailure() throws Exception {
        disconnect();
        connect(impatience());
        server.otherwise(Reply.stall());
        assertThat(failureOfCall()).isNotInstanceOf(ResilienceException.class);
        server.awaitRequests(3);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    final void whatIsWrongWithTheCallIsNotRepeated() {
        server.otherwise(refused());
        assertThat(failureOfCall()).isNotInstanceOf(ResilienceException.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    final void theBreakerOpensAndWhatSendsNothingStillWorks() throws Exception {
        server.otherwise(down());
        for (int i = 0; i < failuresToOpen() / 3; i++) {
            assertThat(failureOfCall()).isInstanceOf(failure());
        }
        assertThat(rootOf(failureOfCall())).isInstanceOf(CircuitOpenException.class);
        useWithoutCalls();
        assertThat(server.requests()).hasSize(failuresToOpen());
    }

    private Throwable failureOfCall() {
        try {
            throw new AssertionError("answered: " + call());
        } catch (CompletionException failed) {
            return failed.getCause();
        } catch (Exception failed) {
            return failed;
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
