package dev.holdfast.examples.patterns;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Timeout;
import java.io.IOException;

/** Reports that are ready at once, or take their time: each attempt may take longer than the one before. */
@Timeout(value = "10s", increment = "5s")
@Backoff(maxAttempts = 3, baseDelay = "1s", deadline = "60s")
public interface ReportClient {

    /**
     * Fetches a report.
     *
     * @param month the month
     * @return the report
     * @throws IOException if it can't be fetched
     */
    String report(String month) throws IOException;
}
