package dev.holdfast.it.soak;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A generated client around another one. While an attempt of the outer is under way no attempt of the inner may begin after its limit. */
final class NestedDelegate implements OuterClient {

    private final Client inner;
    private final BooleanSupplier isOpen;

    /**
     * Makes a delegate.
     *
     * @param isOpen whether nobody has begun to close the context
     */
    NestedDelegate(Client inner, BooleanSupplier isOpen) {
        this.inner = inner;
        this.isOpen = isOpen;
    }

    @Override
    public Answer get(Call call) throws IOException, InterruptedException {
        limit(call);
        try {
            return inner.get(call);
        } finally {
            call.limit(null);
        }
    }

    @Override
    public Answer quiet(Call call) throws IOException {
        limit(call);
        try {
            return inner.quiet(call);
        } finally {
            call.limit(null);
        }
    }

    @Override
    public CompletableFuture<Answer> future(Call call) {
        return inner.future(call);
    }

    @Override
    public CompletionStage<Answer> stage(Call call) {
        return inner.stage(call);
    }

    /** The limit's time had begun before this was called, so it is over before this moment. */
    private void limit(Call call) {
        call.limit(new Limit(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(OuterClient.LIMIT_MILLIS), isOpen));
    }
}
