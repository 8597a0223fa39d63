package dev.holdfast.it.soak;

import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** The stage of an attempt. Cancelling it ends the request; an answer that comes for nobody is closed here, for nobody else has seen it. */
final class Promise extends CompletableFuture<Answer> {

    private final Attempt attempt;
    private final UnaryOperator<Throwable> handingOn;
    private volatile Runnable abort = () -> {};

    /**
     * Makes the stage of an attempt.
     *
     * @param handingOn what its delegate makes of failures
     */
    Promise(Attempt attempt, UnaryOperator<Throwable> handingOn) {
        this.attempt = attempt;
        this.handingOn = handingOn;
    }

    Attempt attempt() {
        return attempt;
    }

    /** Ends the request, which then fails; for whoever is not its caller. */
    void abort() {
        abort.run();
    }

    /** What ends the request; at once, if it is too late already. */
    void abortBy(Runnable action) {
        abort = action;
        if (isCancelled()) {
            action.run();
        }
    }

    /** The request is over, in this way, and there is nothing further to do for it. */
    void settle(Answer answer, Throwable failure) {
        attempt.call().ledger().ended(attempt);
        Moment.mark();
        if (failure == null && !complete(answer)) {
            answer.close();
        } else if (failure != null
                && !completeExceptionally(handingOn.apply(failure))
                && failure instanceof RefusedException) {
            ((RefusedException) failure).getResponse().close();
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        abort.run();
        return cancelled;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
