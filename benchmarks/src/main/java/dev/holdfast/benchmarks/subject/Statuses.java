package dev.holdfast.benchmarks.subject;

import dev.holdfast.benchmarks.client.Answer;

/** Holdfast's default statuses, for rivals that take a predicate. */
final class Statuses {

    private Statuses() {}

    static boolean isLimit(Answer answer) {
        return answer.status() == 429;
    }

    static boolean isFailure(Answer answer) {
        int status = answer.status();
        return status == 408 || status >= 500;
    }

    static boolean isRetried(Answer answer) {
        return isLimit(answer) || isFailure(answer);
    }
}
