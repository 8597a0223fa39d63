package dev.holdfast.benchmarks.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** How an asynchronous delegate behaves. All are for one thread. */
public enum AsyncBehaviour {
    /** Returns futures that are done, made beforehand. */
    DONE {
        @Override
        public AsyncDelegate delegate() {
            return new DoneDelegate();
        }
    },
    /** Returns a new future for each call, to be finished by its caller. */
    LATER {
        @Override
        public AsyncDelegate delegate() {
            return new LaterDelegate();
        }
    },
    /** Returns a failed future for each first attempt, and for the second one that is done. Both were made beforehand. */
    SECOND_ATTEMPT_SUCCEEDS {
        @Override
        public AsyncDelegate delegate() {
            return new SecondStageDelegate();
        }
    };

    /**
     * Makes a delegate that behaves so.
     *
     * @return a new one
     */
    public abstract AsyncDelegate delegate();

    private static final class DoneDelegate implements AsyncDelegate {

        private final CompletionStage<Answer> done = CompletableFuture.completedFuture(Answers.of(0));

        @Override
        public CompletionStage<Answer> get(int key) {
            return done;
        }

        @Override
        public void finish() {}
    }

    private static final class LaterDelegate implements AsyncDelegate {

        /** Read by the caller's thread, while some libraries call a delegate on another. */
        private volatile CompletableFuture<Answer> last = new CompletableFuture<>();

        @Override
        public CompletionStage<Answer> get(int key) {
            CompletableFuture<Answer> next = new CompletableFuture<>();
            last = next;
            return next;
        }

        @Override
        public void finish() {
            last.complete(Answers.of(0));
        }
    }

    private static final class SecondStageDelegate implements AsyncDelegate {

        private final CompletionStage<Answer> failed = CompletableFuture.failedFuture(ServiceDownException.INSTANCE);
        private final CompletionStage<Answer> done = CompletableFuture.completedFuture(Answers.of(0));
        private volatile boolean second;

        @Override
        public CompletionStage<Answer> get(int key) {
            boolean answers = second;
            second = !answers;
            return answers ? done : failed;
        }

        @Override
        public void finish() {}
    }
}
