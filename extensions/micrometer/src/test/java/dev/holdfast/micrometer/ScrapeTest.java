package dev.holdfast.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a scrape shows after real calls is what the server has written down, and what the caller has seen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScrapeTest {

    private Outage outage;
    private Scrape scrape;

    @BeforeAll
    void happen() throws Exception {
        outage = new Outage();
        outage.happen();
        scrape = outage.scrape();
    }

    @AfterAll
    void close() throws Exception {
        outage.close();
    }

    @Test
    void attemptsAreTheRequestsOfTheServersLog() {
        Map<String, Double> requests = outage.server().paths().stream()
                .collect(Collectors.groupingBy(
                        path -> path.endsWith("/repos") ? "repositories" : "user",
                        Collectors.summingDouble(path -> 1)));

        assertThat(scrape.by("method", "holdfast_attempts_seconds_count")).isEqualTo(requests);
    }

    @Test
    void attemptsAreToldApartByOutcomeAndError() {
        assertThat(scrape.by("outcome", "holdfast_attempts_seconds_count", "method", "user"))
                .isEqualTo(Map.of("success", 7.0, "failure", 6.0, "rate_limited", 1.0));
        assertThat(scrape.by("error_type", "holdfast_attempts_seconds_count", "method", "user"))
                .isEqualTo(Map.of("none", 7.0, "503", 5.0, "429", 1.0, "java.io.IOException", 1.0));
    }

    @Test
    void callsAreWhatTheCallerHasSeen() {
        assertThat(scrape.by("outcome", "holdfast_calls_seconds_count", "method", "user"))
                .isEqualTo(Map.of("success", 7.0, "failure", 2.0, "rejected", 6.0));
        assertThat(scrape.by("outcome", "holdfast_calls_seconds_count", "method", "repositories"))
                .isEqualTo(Map.of("success", 2.0));
    }

    @Test
    void retriesAreToldApartByReason() {
        assertThat(scrape.by("reason", "holdfast_retries_total", "client", "GitHubClient", "method", "user"))
                .isEqualTo(Map.of("status", 3.0, "rate_limited", 1.0, "exception", 1.0));
    }

    @Test
    void rejectionsAreToldApartByPolicy() {
        assertThat(scrape.by("policy", "holdfast_rejections_total"))
                .isEqualTo(Map.of("circuitbreaker", 5.0, "bulkhead", 1.0));
    }

    @Test
    void transitionsTellTheStory() {
        assertThat(scrape.sum(
                        "holdfast_circuitbreaker_transitions_total",
                        "from",
                        "closed",
                        "to",
                        "open",
                        "reason",
                        "failures_in_a_row"))
                .isOne();
        assertThat(scrape.sum(
                        "holdfast_circuitbreaker_transitions_total",
                        "from",
                        "open",
                        "to",
                        "half_open",
                        "reason",
                        "recovery_time_over"))
                .isOne();
        assertThat(scrape.sum(
                        "holdfast_circuitbreaker_transitions_total",
                        "from",
                        "half_open",
                        "to",
                        "closed",
                        "reason",
                        "probes_succeeded"))
                .isOne();
        assertThat(scrape.sum("holdfast_circuitbreaker_transitions_total")).isEqualTo(3);
    }

    @Test
    void gaugesShowThePoliciesAsTheyAre() {
        assertThat(scrape.by("state", "holdfast_circuitbreaker_state", "name", "GitHubClient"))
                .isEqualTo(Map.of("closed", 1.0, "open", 0.0, "half_open", 0.0, "forced_open", 0.0, "disabled", 0.0));
        assertThat(scrape.of("holdfast_circuitbreaker_failure_rate_percent")).hasSize(1);
        assertThat(scrape.of("holdfast_ratelimiter_hold_seconds", "name", "GitHubClient"))
                .hasSize(1);
        assertThat(scrape.sum("holdfast_bulkhead_active", "name", "GitHubClient"))
                .isZero();
        assertThat(scrape.of("holdfast_bulkhead_queued", "name", "GitHubClient"))
                .hasSize(1);
    }
}
