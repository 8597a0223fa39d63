package dev.holdfast.examples;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the server will do with the next requests, in order; with none left it is healthy. Thread-safe. */
final class Script {

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

    /** Adds answers for the requests to come, one each. */
    void then(Answer... next) {
        for (Answer answer : next) {
            answers.add(answer);
        }
    }

    /** Takes the answer for the request that has just come in. */
    Answer next() {
        Answer answer = answers.poll();
        return answer == null ? Answer.status(200) : answer;
    }
}
