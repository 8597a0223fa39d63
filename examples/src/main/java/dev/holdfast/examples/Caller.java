package dev.holdfast.examples;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.ResilienceException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** The program that uses the client: asks, and takes what comes. Thread-safe. */
final class Caller {

    private final GitHubClient client;
    private final Timeline timeline;
    private final AtomicInteger calls = new AtomicInteger();

    Caller(GitHubClient client, Timeline timeline) {
        this.client = client;
        this.timeline = timeline;
    }

    /** Asks for a user; returns how long to stay away where the call was rejected, else zero. */
    Duration user(String login) throws InterruptedException {
        return ask("user(" + login + ")", () -> client.user(login));
    }

    /** The same for a user's repositories. */
    Duration repositories(String login) throws InterruptedException {
        return ask("repositories(" + login + ")", () -> client.repositories(login));
    }

    private Duration ask(String what, Question question) throws InterruptedException {
        Call call = new Call(calls.incrementAndGet(), what);
        call.enter();
        try {
            timeline.add(at -> new Event.Asked(at, call));
            HttpResponse<String> answer = question.ask();
            boolean good = answer.statusCode() == 200;
            Outcome outcome = !good ? Outcome.FAILED : call.attempts() > 1 ? Outcome.RECOVERED : Outcome.OK;
            done(call, outcome, Integer.toString(answer.statusCode()), Duration.ZERO);
        } catch (CircuitOpenException rejection) {
            done(call, Outcome.REJECTED, "circuit open", rejection.retryAfter());
            return rejection.retryAfter();
        } catch (ResilienceException rejection) {
            done(call, Outcome.REJECTED, rejection.getMessage(), rejection.retryAfter());
            return rejection.retryAfter();
        } catch (IOException failure) {
            done(call, Outcome.FAILED, Event.Trouble.of(failure).toString(), Duration.ZERO);
        } finally {
            call.leave();
        }
        return Duration.ZERO;
    }

    private void done(Call call, Outcome outcome, String how, Duration retryAfter) {
        timeline.add(at -> new Event.Done(at, call, outcome, how, call.attempts(), retryAfter.toNanos()));
    }

    private interface Question {
        HttpResponse<String> ask() throws IOException, InterruptedException;
    }
}
