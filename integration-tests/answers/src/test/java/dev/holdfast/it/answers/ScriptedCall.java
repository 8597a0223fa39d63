package dev.holdfast.it.answers;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** A call of Retrofit's without a network, which ends as a future does. */
final class ScriptedCall implements Call<Reply> {

    private final Supplier<CompletableFuture<Reply>> attempts;
    private volatile @Nullable CompletableFuture<Reply> attempt;
    private volatile boolean cancelled;

    ScriptedCall(Supplier<CompletableFuture<Reply>> attempts) {
        this.attempts = attempts;
    }

    private CompletableFuture<Reply> begin() {
        CompletableFuture<Reply> begun = attempts.get();
        attempt = begun;
        if (cancelled) {
            begun.cancel(true);
        }
        return begun;
    }

    private static Response<Reply> response(@Nullable Reply reply) {
        return reply == null || reply.status() < 400
                ? Response.success(reply)
                : Response.error(reply.status(), ResponseBody.create("", MediaType.get("text/plain")));
    }

    @Override
    public Response<Reply> execute() throws IOException {
        return response(await(begin()));
    }

    /** Waits for an attempt, as a blocking client does. */
    static @Nullable Reply await(CompletableFuture<Reply> attempt) throws IOException {
        try {
            return attempt.get();
        } catch (CancellationException cancelled) {
            throw new IOException("Canceled");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException io) {
                throw io;
            }
            throw (RuntimeException) failed.getCause();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public void enqueue(Callback<Reply> callback) {
        CompletableFuture<Reply> begun = begin();
        begun.whenComplete((reply, failure) -> {
            if (begun.isCancelled()) {
                callback.onFailure(this, new IOException("Canceled"));
            } else if (failure != null) {
                callback.onFailure(this, failure);
            } else {
                callback.onResponse(this, response(reply));
            }
        });
    }

    @Override
    public boolean isExecuted() {
        return attempt != null;
    }

    @Override
    public void cancel() {
        cancelled = true;
        CompletableFuture<Reply> begun = attempt;
        if (begun != null) {
            begun.cancel(true);
        }
    }

    @Override
    public boolean isCanceled() {
        return cancelled;
    }

    @Override
    public Call<Reply> clone() {
        return new ScriptedCall(attempts);
    }

    @Override
    public Request request() {
        return new Request.Builder().url("http://localhost").build();
    }

    @Override
    public Timeout timeout() {
        return Timeout.NONE;
    }
}
