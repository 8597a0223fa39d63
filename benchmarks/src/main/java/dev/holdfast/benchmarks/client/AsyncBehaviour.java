package dev.holdfast.benchmarks.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

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

        /** Another thread may set it, where a library makes calls on a thread of its own. */
        private final AtomicReference<@Nullable CompletableFuture<Answer>> asked = new AtomicReference<>();

        @Override
        public CompletionStage<Answer> get(int key) {
            CompletableFuture<Answer> next = new CompletableFuture<>();
            asked.setRelease(next);
            return next;
        }

        @Override
        public void finish() {
            CompletableFuture<Answer> next = asked.getAcquire();
            while (next == null) {
                Thread.onSpinWait();
                next = asked.getAcquire();
            }
            asked.setRelease(null);
            next.complete(Answers.of(0));
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
