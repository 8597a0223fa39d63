package golden.rates;

import dev.holdfast.annotations.CircuitBreaker;
import java.io.IOException;

/** Breakers that open by rates instead of failures in a row. */
@CircuitBreaker(failureRate = 50, window = "100 calls", monitored = IOException.class)
public interface SearchClient {

    String find(String query) throws IOException;

    @CircuitBreaker(failureRate = 25, window = "1m", minimumCalls = 10, slowCall = "2s", slowCallRate = 80)
    String suggest(String prefix) throws IOException;

    @CircuitBreaker(window = "1 call", minimumCalls = 1, slowCall = "PT0.5S", slowCallRate = 100)
    int count(String query);
}
