package dev.holdfast.it.soak;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Hands on interrupts and cancelling as clients do: as they are, or within exceptions of their own, with the flag or without. */
final class CalledOffDelegate extends HttpDelegate implements CalledOffClient {

    private volatile boolean reallyFailed;

    CalledOffDelegate(Holds holds, int places) {
        super(holds, "", places);
    }

    @Override
    public Answer get(Call call) throws IOException, InterruptedException {
        try {
            return super.get(call);
        } catch (InterruptedException | ClosedByInterruptException interrupted) {
            throw wrapped(call, interrupted);
        } catch (IOException failure) {
            // A machine out of ports or patience, say.
            reallyFailed = true;
            call.ledger().count("really failed, with " + failure);
            throw failure;
        }
    }

    /** Whether an attempt has failed that nobody has called off. */
    boolean hasReallyFailed() {
        return reallyFailed;
    }

    /** Somebody else, such as the client's own shutdown, ends some of the requests. */
    @Override
    void sent(Promise promise) {
        Call call = promise.attempt().call();
        if (call.id() % 4 == 0) {
            call.calledOff(new CancellationException("by the client"));
            CompletableFuture.delayedExecutor(call.id() % 16, TimeUnit.MILLISECONDS)
                    .execute(promise::abort);
        }
    }

    @Override
    Throwable handedOn(Attempt attempt, Throwable failure) {
        return new WrappedInterruptException(new CompletionException(new CancellationException()));
    }

    private static <X extends Throwable> RuntimeException wrapped(Call call, Exception interrupt) throws X {
        call.calledOff(interrupt);
        @SuppressWarnings("unchecked")
        X wrapped = (X) wrapping(call.id() / Transport.values().length, interrupt);
        throw wrapped;
    }

    private static Exception wrapping(long kind, Exception interrupt) {
        switch ((int) (kind % 7)) {
            case 0:
                return interrupt;
            case 1:
                return new WrappedInterruptException(interrupt);
            case 2:
                Thread.currentThread().interrupt();
                return new WrappedInterruptException(new ExecutionException(interrupt));
            case 3:
                return new UncheckedIOException(new IOException(interrupt));
            case 4:
                Thread.currentThread().interrupt();
                return new IOException(new InterruptedIOException());
            case 5:
                return new WrappedInterruptException(new CompletionException(interrupt));
            default:
                return new WrappedInterruptException(new IllegalStateException(new IOException(interrupt)));
        }
    }
}
