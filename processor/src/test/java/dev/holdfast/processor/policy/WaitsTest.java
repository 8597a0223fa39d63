package dev.holdfast.processor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.processor.Compiling;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Javadoc of a generated method says how long a call may take in the worst case. */
class WaitsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @Backoff(maxAttempts = 3, baseDelay = "1s") @Timeout(value = "10s", increment = "5s") | A call waits at most 3 s between attempts, or 2 min 12 s if every answer names a wait. Attempts are cut after 10 s, 15 s, 20 s. With all waits a call takes at most 2 min 57 s.
            @Backoff(maxAttempts = 3, baseDelay = "1s", deadline = "30s") @Timeout("10s") | Each attempt is cut after 10 s. With all waits a call takes at most 30 s.
            @Bulkhead(maxWait = "2s") @Timeout("5s") | An attempt waits up to 2 s for a place in the bulkhead. The attempt is cut after 5 s. With all waits a call takes at most 7 s.
            @Backoff(maxAttempts = 2, baseDelay = "1s") @Bulkhead(maxWait = "2s") @Timeout("5s") | Each attempt is cut after 5 s. With all waits a call takes at most 1 min 20 s.
            @Backoff(maxAttempts = 2, baseDelay = "1s", maxDelay = "10s") @RateLimited(respectRetryAfter = false, defaultDelay = "2s", shared = false) | A call waits at most 1 s between attempts, or 2.2 s if every answer is rate-limited.
            @RateLimited(permits = 10, maxWait = "3s", shared = false, maxDelay = "30s", defaultDelay = "10s", maxAttempts = 2) @Timeout("5s") | Each attempt is cut after 5 s. With all waits a call takes at most 49 s.
            @RateLimited(maxDelay = "30s", defaultDelay = "10s", maxAttempts = 2) @Timeout("5s") | With all waits a call takes at most 1 min 49 s, unless a hold is extended.
            """)
    void areToldForAMethod(String annotations, String sentence) {
        var compilation = Compiling.compile(
                "p.Client",
                "package p; import dev.holdfast.annotations.*; public interface Client { " + annotations
                        + " java.net.http.HttpResponse<String> call() throws java.io.IOException; }");
        assertThat(Compiling.messages(compilation)).noneMatch(each -> each.contains("error"));
        String source = Compiling.generated(compilation).values().iterator().next();
        assertThat(source.replaceAll("\\n +\\* ", " ")).contains(sentence);
    }
}
