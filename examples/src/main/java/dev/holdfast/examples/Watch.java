package dev.holdfast.examples;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.holdfast.runtime.event.AttemptEvent;
import dev.holdfast.runtime.event.HoldEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.event.StateChangeEvent;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Writes to the timeline what passes: as a listener what Holdfast decides, as a client around the plain one every request
 * that is really sent and what came back.
 */
final class Watch implements ResilienceListener, GitHubClient {

    private final GitHubClient plain;
    private final Timeline timeline;

    Watch(GitHubClient plain, Timeline timeline) {
        this.plain = plain;
        this.timeline = timeline;
    }

    @Override
    public HttpResponse<String> user(String login) throws IOException, InterruptedException {
        return watch("GET /users/" + login, () -> plain.user(login));
    }

    @Override
    public HttpResponse<String> repositories(String login) throws IOException, InterruptedException {
        return watch("GET /users/" + login + "/repos", () -> plain.repositories(login));
    }

    @Override
    public void onRetry(AttemptEvent retry) {
        Call call = Call.current();
        timeline.add(at -> new Event.Waiting(at, call, retry.delay().toNanos()));
    }

    @Override
    public void onStateChange(StateChangeEvent change) {
        timeline.add(at -> new Event.StateChanged(at, change.from(), change.to()));
    }

    @Override
    public void onHold(HoldEvent hold) {
        timeline.add(at -> new Event.Hold(at, hold.duration().toNanos()));
    }

    @Override
    public void onRelease(HoldEvent hold) {
        timeline.add(Event.Released::new);
    }

    private HttpResponse<String> watch(String request, Exchange exchange) throws IOException, InterruptedException {
        Call call = Call.current();
        int attempt = call.nextAttempt();
        timeline.add(at -> new Event.Sent(at, call, attempt, request));
        try {
            HttpResponse<String> answer = exchange.run();
            String retryAfter = answer.headers().firstValue("Retry-After").orElse("");
            timeline.add(at ->
                    new Event.Answered(at, call, attempt, answer.statusCode(), retryAfter, notBefore(at, retryAfter)));
            return answer;
        } catch (IOException failure) {
            timeline.add(at -> new Event.Lost(at, call, attempt, Event.Trouble.of(failure)));
            throw failure;
        }
    }

    /** What the header means, read here once more so that the demo can hold Holdfast to it. */
    private static long notBefore(long now, String retryAfter) {
        if (retryAfter.isEmpty()) {
            return 0;
        }
        if (retryAfter.chars().allMatch(Character::isDigit)) {
            return now + SECONDS.toNanos(Long.parseLong(retryAfter));
        }
        Instant until = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        return now + ChronoUnit.NANOS.between(Instant.now(), until);
    }

    private interface Exchange {
        HttpResponse<String> run() throws IOException, InterruptedException;
    }
}
