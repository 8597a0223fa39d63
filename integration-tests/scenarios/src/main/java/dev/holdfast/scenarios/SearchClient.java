package dev.holdfast.scenarios;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** Breakers that count in windows, and predicates on results. */
interface SearchClient {

    @CircuitBreaker(failureRate = 50, window = "10 calls", minimumCalls = 4, recoveryTimeout = "10s")
    Answer counted(String words) throws IOException;

    @CircuitBreaker(
            slowCall = "2s",
            slowCallRate = 50,
            window = "60s",
            minimumCalls = 2,
            recoveryTimeout = "10s",
            recoveryFactor = 2,
            maxRecoveryTimeout = "1m")
    Answer timed(String words) throws IOException;

    @Backoff(maxAttempts = 3, baseDelay = "100ms", retryResult = IsEmpty.class)
    List<String> found(String words) throws IOException;

    /** Nothing was found yet. */
    final class IsEmpty implements Predicate<List<String>> {

        @Override
        public boolean test(List<String> found) {
            return found.isEmpty();
        }
    }
}
