package dev.holdfast.examples;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A bad day of a server: what it does and what is asked of it meanwhile, in order. */
final class Story {

    private final Script script;
    private final FlakyServer server;
    private final Caller caller;
    private final Timeline timeline;

    Story(Script script, FlakyServer server, Caller caller, Timeline timeline) {
        this.script = script;
        this.server = server;
        this.caller = caller;
        this.timeline = timeline;
    }

    /** Tells it, in about 15 seconds. */
    void tell() throws IOException, InterruptedException, ExecutionException {
        ExecutorService others = Executors.newCachedThreadPool();
        try {
            healthy();
            retry();
            outage();
            recovery();
            secondsHint(others);
            dateHint(others);
        } finally {
            others.shutdown();
        }
    }

    private void healthy() throws InterruptedException {
        chapter("1 healthy");
        caller.user("octocat");
        pause(500);
        caller.repositories("octocat");
        pause(500);
    }

    private void retry() throws InterruptedException {
        chapter("2 retries");
        script.then(Answer.status(503), Answer.status(503));
        caller.user("octocat");
        pause(600);
    }

    /** The fourth failure in a row opens the breaker; the first probe finds nobody there and opens it again. */
    private void outage() throws IOException, InterruptedException {
        chapter("3 outage");
        script.then(Answer.status(503), Answer.breakOff(), Answer.stall(), Answer.status(503));
        caller.user("octocat");
        pause(300);
        caller.user("torvalds");
        pause(300);
        Duration closed = caller.repositories("octocat");
        server.stop();
        pause(closed);
        caller.user("octocat");
        pause(400);
        closed = caller.user("torvalds");
        server.start();
        pause(closed);
    }

    private void recovery() throws InterruptedException {
        chapter("4 probes");
        caller.user("octocat");
        pause(600);
        caller.repositories("octocat");
        pause(500);
    }

    private void secondsHint(ExecutorService others) throws InterruptedException, ExecutionException {
        chapter("5 Retry-After: seconds");
        script.then(Answer.tooManyRequests(Duration.ofSeconds(2)));
        Future<Duration> limited = others.submit(() -> caller.user("octocat"));
        pause(600);
        Future<Duration> held = others.submit(() -> caller.repositories("octocat"));
        pause(400);
        caller.user("torvalds");
        held.get();
        limited.get();
        pause(500);
    }

    private void dateHint(ExecutorService others) throws InterruptedException, ExecutionException {
        // A date knows no fractions of a second: asked on the full second, its answer is easy to check by eye.
        pause(1000 - System.currentTimeMillis() % 1000);
        chapter("6 Retry-After: date");
        script.then(Answer.tooManyRequestsUntil(Duration.ofSeconds(3)));
        Future<Duration> limited = others.submit(() -> caller.user("octocat"));
        pause(700);
        caller.repositories("octocat");
        limited.get();
        pause(400);
        caller.user("torvalds");
    }

    private void chapter(String title) {
        timeline.add(at -> new Event.Chapter(at, title));
    }

    private static void pause(Duration time) throws InterruptedException {
        pause(time.toMillis() + 1);
    }

    private static void pause(long millis) throws InterruptedException {
        Thread.sleep(millis);
    }
}
