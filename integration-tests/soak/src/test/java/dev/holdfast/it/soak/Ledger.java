package dev.holdfast.it.soak;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.ResilienceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Writes down all that goes in and comes out: calls, attempts and answers. Thread-safe. */
final class Ledger {

    private final Violations violations;
    private final HostileServer server;
    private final AtomicLong ids = new AtomicLong();
    private final Set<Call> open = ConcurrentHashMap.newKeySet();
    private final Set<Attempt> underWay = ConcurrentHashMap.newKeySet();
    private final Set<Answer> unclosed = ConcurrentHashMap.newKeySet();
    private final Set<Attempt> unanswered = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, LongAdder> figures = new ConcurrentHashMap<>();

    Ledger(Violations violations, HostileServer server) {
        this.violations = violations;
        this.server = server;
    }

    Violations violations() {
        return violations;
    }

    HostileServer server() {
        return server;
    }

    /** A caller begins a call, on the calling thread. */
    Call begin(Guarded client, Script script, boolean throwing) {
        Call call = new Call(this, ids.incrementAndGet(), client, script, throwing);
        open.add(call);
        count("calls");
        Moment.mark();
        return call;
    }

    /** A call has ended with an answer, which its caller has now and is done with, or with a failure. */
    void end(Call call, Answer answer, Throwable failure) {
        checkThread("the end of " + call);
        String how =
                failure != null ? failure.toString() : answer == null ? "nothing" : "status " + answer.statusCode();
        if (call.end(how) > 1) {
            violations.add(Rule.ENDS_ONCE, call + " ended more than once");
        }
        open.remove(call);
        if (failure != null) {
            failed(call, failure);
        } else if (answer == null) {
            violations.add(Rule.KNOWN_OUTCOME, call + " ended with nothing");
        } else {
            take(call, answer);
            count("ended with " + answer.statusCode());
        }
    }

    private void failed(Call call, Throwable failure) {
        count("ended with " + failure.getClass().getSimpleName());
        if (failure instanceof RefusedException) {
            // It may be closed already: a failure that was to be followed by another attempt is thrown even so.
            Answer answer = ((RefusedException) failure).getResponse();
            checkBelongs(call, answer);
            answer.close();
        } else if (!isKnown(failure)) {
            violations.add(Rule.KNOWN_OUTCOME, call + " ended with " + failure + trace(failure));
        }
    }

    private void take(Call call, Answer answer) {
        if (!answer.take()) {
            violations.add(Rule.ANSWERS_OPEN, answer + " was closed when its caller got it");
        }
        checkBelongs(call, answer);
        answer.closeByCaller();
    }

    private void checkBelongs(Call call, Answer answer) {
        int number = answer.attempt().number();
        boolean last = number == call.attempts() || number == 0 || call.client().nested();
        if (answer.attempt().call() != call || !last) {
            violations.add(
                    Rule.KNOWN_OUTCOME, call + " ended with " + answer + " after " + call.attempts() + " attempts");
        }
    }

    private static boolean isKnown(Throwable failure) {
        return failure instanceof IOException
                || failure instanceof ResilienceException
                || failure instanceof CallTimeoutException
                || failure instanceof InterruptedException
                || failure instanceof CancellationException
                || failure instanceof RejectedExecutionException
                || failure instanceof TimeoutException
                || failure instanceof WrappedInterruptException
                || failure instanceof UncheckedIOException
                || failure instanceof Behaviour.DelegateError
                || failure instanceof Behaviour.DelegateException
                || failure instanceof Predicates.BrokenPredicate
                || failure instanceof FallbackClient.BrokenFallback;
    }

    private static String trace(Throwable failure) {
        StringBuilder trace = new StringBuilder();
        StackTraceElement[] elements = failure.getStackTrace();
        for (int i = 0; i < Math.min(12, elements.length); i++) {
            trace.append(System.lineSeparator()).append("        at ").append(elements[i]);
        }
        return trace.toString();
    }

    /** A delegate begins an attempt. */
    void began(Attempt attempt) {
        checkThread(attempt.toString());
        underWay.add(attempt);
        count("attempts");
        if (attempt.behaviour().isSent()) {
            unanswered.add(attempt);
        }
        count(attempt.behaviour().name());
    }

    /** A delegate is done with an attempt, whoever else has been before. */
    void ended(Attempt attempt) {
        underWay.remove(attempt);
    }

    /** An attempt has brought an answer. */
    void opened(Answer answer) {
        unclosed.add(answer);
        if (answer.attempt().number() > 0) {
            unanswered.remove(answer.attempt());
            if (!server.hasSeen(answer.attempt().path())) {
                violations.add(Rule.ATTEMPTS_COUNTED, answer + " that the server never saw");
            }
        }
    }

    void closed(Answer answer) {
        unclosed.remove(answer);
    }

    /** Somebody's code is run: not on a timer's thread, please. */
    void checkThread(String what) {
        if (Thread.currentThread().getName().startsWith("holdfast-timer")) {
            violations.add(Rule.NO_FOREIGN_CODE_ON_TIMER, what);
        }
    }

    void count(String what) {
        figures.computeIfAbsent(what, any -> new LongAdder()).increment();
    }

    Collection<Call> open() {
        return open;
    }

    Collection<Attempt> underWay() {
        return underWay;
    }

    Collection<Answer> unclosed() {
        return unclosed;
    }

    /** Requests that the server has seen though no delegate has sent them, when all is still; forgets those of attempts without an answer. */
    List<String> unexplained() {
        for (Attempt attempt : unanswered) {
            server.hasSeen(attempt.path());
        }
        unanswered.clear();
        return new ArrayList<>(server.unclaimed());
    }

    /** How much of what there was. */
    Map<String, Long> figures() {
        Map<String, Long> sums = new TreeMap<>();
        figures.forEach((what, sum) -> sums.put(what, sum.sum()));
        return sums;
    }
}
