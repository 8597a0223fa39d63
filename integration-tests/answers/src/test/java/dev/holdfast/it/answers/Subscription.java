package dev.holdfast.it.answers;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** What one call brings, whatever its kind. */
final class Subscription implements Callback<Reply> {

    volatile int ends;

    @Nullable
    Reply reply;

    @Nullable
    Throwable failure;

    @Nullable
    Thread thread;

    private final Runnable cancel;

    Subscription(Function<Subscription, Runnable> answer) {
        cancel = answer.apply(this);
    }

    void reply(@Nullable Reply reply) {
        ends++;
        this.reply = reply;
        this.thread = Thread.currentThread();
    }

    void failure(Throwable failure) {
        ends++;
        this.failure = failure;
        this.thread = Thread.currentThread();
    }

    void empty() {
        reply(null);
    }

    /** There is no more to come, after the reply or without one. */
    void complete() {
        if (ends == 0) {
            empty();
        }
    }

    @Override
    public void onResponse(Call<Reply> call, Response<Reply> response) {
        reply(response.body());
    }

    @Override
    public void onFailure(Call<Reply> call, Throwable failure) {
        failure(failure);
    }

    void end(@Nullable Reply reply, @Nullable Throwable failure) {
        if (failure == null) {
            reply(reply);
        } else {
            failure(failure);
        }
    }

    void cancel() {
        cancel.run();
    }
}
