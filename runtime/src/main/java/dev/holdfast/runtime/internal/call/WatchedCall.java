package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.ResilienceException;
import dev.holdfast.runtime.event.CallEnd;
import dev.holdfast.runtime.event.CallInfo;
import dev.holdfast.runtime.event.Outcome;
import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.context.Events;
import dev.holdfast.runtime.internal.failure.CalledOff;
import dev.holdfast.runtime.internal.failure.Interrupts;
import dev.holdfast.runtime.internal.unit.AttemptNumber;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A call of which listeners hear. Its attachments, keys and values by turns, are inherited to save an object; the rest belongs to
 * the thread that drives the call.
 */
@SuppressWarnings("serial")
final class WatchedCall extends AtomicReference<Object[]> implements CallInfo {

    private static final Object[] NOTHING = {};

    private final MethodPolicies policies;

    /** When it began; 0 if nobody wants to know. */
    private final long start;

    /** When the clock was read last. */
    private long latest;

    /** The number of attempts so far. */
    int attempts;

    /** How the last attempt ended; null before that. */
    @Nullable
    Outcome last;

    @Nullable
    Throwable failure;

    int status;

    private boolean ended;

    private final boolean synchronous;

    private WatchedCall(MethodPolicies policies, boolean synchronous) {
        super(NOTHING);
        this.synchronous = synchronous;
        this.policies = policies;
        this.start = now();
    }

    /** Begins a call. */
    static WatchedCall begin(MethodPolicies policies) {
        return begin(policies, false);
    }

    private static WatchedCall begin(MethodPolicies policies, boolean synchronous) {
        WatchedCall call = new WatchedCall(policies, synchronous);
        call.events().callBegun(call);
        return call;
    }

    /** Begins a synchronous call and its first attempt. */
    static Permit first(BlockingGuard guard) {
        WatchedCall call = begin(guard.policies, true);
        try {
            return BlockingWaits.first(guard, call);
        } catch (Throwable thrown) {
            call.end(thrown, guard.policies.answersFor(thrown));
            throw thrown;
        }
    }

    Events events() {
        return policies.context.events();
    }

    /** Reads the clock if a listener wants times. */
    long now() {
        if (!events().wantTimes()) {
            return 0;
        }
        try {
            latest = policies.context.clock().nanoTime();
            return latest;
        } catch (Throwable broken) {
            // As a listener's exceptions: no call fails because it is watched.
            return 0;
        }
    }

    /** Returns the time since then, or 0 if nobody wants to know. */
    long since(long then) {
        return Math.max(0, now() - then);
    }

    /** The call ends with the success of its last attempt, at the same time. */
    void succeed() {
        tell(Outcome.SUCCESS, null, Math.max(0, latest - start));
    }

    /**
     * Returns the permit of an attempt, which tells of its end.
     *
     * @param permit of the attempt
     * @param number of the attempt, from 1
     */
    BreakerPermit attempt(Permit permit, int number) {
        return new WatchedAttempt((BreakerPermit) permit, NumberedPermit.UNCOUNTED, this, number);
    }

    /** The same for an attempt on the calling thread. */
    BreakerPermit attemptHere(Permit permit, int number) {
        return new WatchedAttempt((BreakerPermit) permit, AttemptNumber.enter(number), this, number);
    }

    /**
     * The call ends with the answer of its last attempt, unless it has ended before.
     *
     * @param thrown the exception that the caller gets; null for a result
     * @param fallsBack whether the fallback answers for it
     */
    void end(@Nullable Throwable thrown, boolean fallsBack) {
        if (thrown == null) {
            tell(last == null ? Outcome.CANCELLED : last, null, since(start));
        } else {
            tell(fallsBack ? Outcome.FALLBACK : outcome(thrown), thrown, since(start));
        }
    }

    /** The call ends because nobody wants its answer, unless it has ended before. */
    void cancel() {
        tell(Outcome.CANCELLED, null, since(start));
    }

    @SuppressWarnings("ReferenceEquality") // the very same one
    private Outcome outcome(Throwable thrown) {
        Outcome known = last;
        if (known != null && (thrown == failure || known == Outcome.CANCELLED)) {
            return known;
        }
        if (thrown instanceof ResilienceException || thrown instanceof RejectedExecutionException || attempts == 0) {
            return Interrupts.calledOff(thrown) ? Outcome.CANCELLED : Outcome.REJECTED;
        }
        return Interrupts.calledOff(thrown) ? Outcome.CANCELLED : Outcome.FAILURE;
    }

    @SuppressWarnings("ReferenceEquality") // the very same one
    private void tell(Outcome outcome, @Nullable Throwable thrown, long took) {
        if (ended) {
            return;
        }
        ended = true;
        // That of the last answer, if the call ends with it.
        int known = thrown == null || thrown == failure ? status : 0;
        Throwable told = thrown == null ? null : CalledOff.told(thrown);
        events().callEnded(new CallEnd(this, attempts, outcome, told, known, took));
    }

    @Override
    public String client() {
        int dot = dot();
        return dot < 0 ? call() : call().substring(0, dot);
    }

    @Override
    public String method() {
        int dot = dot();
        return dot < 0 ? "call" : call().substring(dot + 1);
    }

    /** The last dot before the parameters of an overload, such as {@code find(Map.Entry)}. */
    private int dot() {
        int parameters = call().indexOf('(');
        return call().lastIndexOf('.', parameters < 0 ? call().length() : parameters);
    }

    @Override
    public String call() {
        return policies.call;
    }

    @Override
    public boolean isSynchronous() {
        return synchronous;
    }

    @Override
    public @Nullable Object attachment(Object key) {
        Object[] known = get();
        for (int i = 0; i < known.length; i += 2) {
            if (known[i].equals(key)) {
                return known[i + 1];
            }
        }
        return null;
    }

    @Override
    public void attach(Object key, Object value) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Object[] known;
        Object[] more;
        do {
            known = get();
            int place = 0;
            while (place < known.length && !known[place].equals(key)) {
                place += 2;
            }
            more = Arrays.copyOf(known, Math.max(known.length, place + 2));
            more[place] = key;
            more[place + 1] = value;
        } while (!compareAndSet(known, more));
    }

    /** The name of the call, for logs. */
    @Override
    public String toString() {
        return call();
    }
}
