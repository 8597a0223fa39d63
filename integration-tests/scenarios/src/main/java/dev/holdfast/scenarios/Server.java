package dev.holdfast.scenarios;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Takes one step of its script for each request, answers 200 when there is none left, and remembers what it gave. */
final class Server {

    private final Deque<Step> script = new ArrayDeque<>();
    private final List<Answer> given = new ArrayList<>();
    private int requests;

    Server then(Step... steps) {
        for (Step step : steps) {
            script.add(step);
        }
        return this;
    }

    Answer answer(String request) throws IOException {
        requests++;
        Step step = script.poll();
        Answer answer = step == null ? Step.ok(request).take() : step.take();
        given.add(answer);
        return answer;
    }

    CompletableFuture<Answer> stage(String request) {
        try {
            return CompletableFuture.completedFuture(answer(request));
        } catch (IOException failure) {
            CompletableFuture<Answer> failed = new CompletableFuture<>();
            failed.completeExceptionally(failure);
            return failed;
        }
    }

    /** How many requests there were since this was asked for the last time. */
    int requests() {
        int count = requests;
        requests = 0;
        return count;
    }

    /** How many of the answers were closed. */
    long closed() {
        return given.stream().filter(Answer::isClosed).count();
    }
}
