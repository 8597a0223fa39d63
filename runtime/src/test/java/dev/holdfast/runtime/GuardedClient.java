package dev.holdfast.runtime;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client as the processor would generate it, around a scripted delegate, in virtual time. */
final class GuardedClient {

    /** What a delegate may return: an answer with a status. */
    record Answer(int status, @Nullable String retryAfter) {}

    /** What a delegate may throw: an answer with a status. */
    static final class StatusException extends Exception {
        private static final long serialVersionUID = 1L;
        final int status;
        final @Nullable String retryAfter;
        final @Nullable String date;

        StatusException(int status, @Nullable String retryAfter) {
            this(status, retryAfter, null);
        }

        StatusException(int status, @Nullable String retryAfter, @Nullable String date) {
            this.status = status;
            this.retryAfter = retryAfter;
            this.date = date;
        }
    }

    static final RateLimitHint<Answer> ANSWER = new RateLimitHint<>() {
        @Override
        public int status(Answer answer) {
            return answer.status();
        }

        @Override
        public @Nullable String retryAfter(Answer answer) {
            return answer.retryAfter();
        }
    };

    private static final RateLimitHint<StatusException> EXCEPTION = new RateLimitHint<>() {
        @Override
        public int status(StatusException failure) {
            return failure.status;
        }

        @Override
        public @Nullable String retryAfter(StatusException failure) {
            return failure.retryAfter;
        }

        @Override
        public @Nullable String date(StatusException failure) {
            return failure.date;
        }
    };

    final VirtualTime time = new VirtualTime();
    final List<String> events = new ArrayList<>();
    long random;
    final Holdfast holdfast = Holdfast.builder()
            .clock(time)
            .sleeper(this::sleep)
            .random(bound -> Math.min(random, bound - 1))
            .listener(new ResilienceListener() {
                @Override
                public void onRetry(AttemptEvent event) {
                    events.add(
                            "retry " + event.attempt() + " in " + event.delay().toMillis());
                }

                @Override
                public void onGiveUp(AttemptEvent event) {
                    events.add("gave up after " + event.attempt());
                }

                @Override
                public void onStateChange(StateChangeEvent event) {
                    events.add(event.from() + "->" + event.to());
                }

                @Override
                public void onRejected(RejectedEvent event) {
                    events.add("rejected by " + event.rejection().name());
                }

                @Override
                public void onHold(HoldEvent event) {
                    events.add("hold " + event.duration().toMillis());
                }

                @Override
                public void onRelease(HoldEvent event) {
                    events.add("release");
                }
            })
            .build();
    final Deque<Object> script = new ArrayDeque<>();
    int calls;
    Runnable duringCall = () -> {};

    /** What others do while a call waits; run at the beginning of every wait. */
    Runnable duringWait = () -> {};

    SyncGuardBuilder guard() {
        return SyncGuard.builder("Client.call");
    }

    /** Answers or exceptions for the next calls, in order. A number is a status. */
    GuardedClient answers(Object... answers) {
        for (Object answer : answers) {
            script.add(answer instanceof Integer ? new Answer((Integer) answer, null) : answer);
        }
        return this;
    }

    private void sleep(long nanos) throws InterruptedException {
        duringWait.run();
        time.sleep(nanos);
    }

    private Answer delegate() throws Throwable {
        calls++;
        duringCall.run();
        Object next = script.remove();
        if (next instanceof Throwable) {
            throw (Throwable) next;
        }
        return (Answer) next;
    }

    Answer call(SyncGuard guard) throws Throwable {
        Permit permit = guard.begin();
        for (int attempt = 1; ; attempt++) {
            Answer result;
            try {
                result = delegate();
                if (guard.accepts(permit, result.status())) {
                    return result;
                }
            } catch (StatusException failure) {
                permit = guard.failed(permit, attempt, failure, EXCEPTION);
                if (permit == null) {
                    throw failure;
                }
                continue;
            } catch (Throwable failure) {
                permit = guard.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = guard.refused(permit, attempt, result, ANSWER);
            if (permit == null) {
                return result;
            }
        }
    }

    /** The waits so far, in milliseconds. */
    List<Long> waits() {
        return time.sleeps().stream().map(Duration::toMillis).toList();
    }
}
