package dev.holdfast.it.answers;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.SettableFuture;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import retrofit2.Call;

/** A client whose attempts are scripted, and can be looked at: a delegate of every kind. Nothing happens before a subscription. */
final class Upstream implements RetriedApi, FragileApi, TimedApi, QueuedApi, PatientApi, AnsweredApi {

    /** All attempts so far. */
    final List<CompletableFuture<Reply>> attempts = new ArrayList<>();

    /** What a subscriber's context says about the user, for each attempt that has one. */
    final List<String> users = new ArrayList<>();

    private final Deque<Supplier<CompletableFuture<Reply>>> script = new ArrayDeque<>();

    /** The attempts after those that are scripted already. Those beyond the script do not end by themselves. */
    Upstream then(@Nullable Reply reply) {
        script.add(() -> CompletableFuture.completedFuture(reply));
        return this;
    }

    Upstream then(Throwable failure) {
        script.add(() -> CompletableFuture.failedFuture(failure));
        return this;
    }

    /** What is done by an attempt before it fails. */
    Upstream then(Runnable action, Throwable failure) {
        script.add(() -> {
            action.run();
            return CompletableFuture.failedFuture(failure);
        });
        return this;
    }

    /** What is done by an attempt that does not end by itself. */
    Upstream then(Runnable action) {
        script.add(() -> {
            action.run();
            return new CompletableFuture<>();
        });
        return this;
    }

    CompletableFuture<Reply> last() {
        return attempts.get(attempts.size() - 1);
    }

    private CompletableFuture<Reply> attempt() {
        Supplier<CompletableFuture<Reply>> next = script.poll();
        CompletableFuture<Reply> attempt = next == null ? new CompletableFuture<>() : next.get();
        attempts.add(attempt);
        return attempt;
    }

    @Override
    public @Nullable Reply value() throws IOException {
        return ScriptedCall.await(attempt());
    }

    @Override
    public Call<Reply> call() {
        return new ScriptedCall(this::attempt);
    }

    @Override
    public CompletionStage<Reply> stage() {
        return attempt();
    }

    @Override
    public CompletableFuture<Reply> future() {
        return attempt();
    }

    @Override
    public Mono<Reply> mono() {
        return Mono.deferContextual(context -> {
            users.add(context.getOrDefault("user", "nobody"));
            return Mono.fromFuture(attempt());
        });
    }

    @Override
    public Single<Reply> single() {
        return Single.create(emitter -> {
            CompletableFuture<Reply> attempt = attempt();
            emitter.setCancellable(() -> attempt.cancel(true));
            attempt.whenComplete((reply, failure) -> {
                if (failure == null) {
                    emitter.onSuccess(reply);
                } else {
                    emitter.tryOnError(failure);
                }
            });
        });
    }

    @Override
    public Maybe<Reply> maybe() {
        return Maybe.create(emitter -> {
            CompletableFuture<Reply> attempt = attempt();
            emitter.setCancellable(() -> attempt.cancel(true));
            attempt.whenComplete((reply, failure) -> {
                if (failure != null) {
                    emitter.tryOnError(failure);
                } else if (reply == null) {
                    emitter.onComplete();
                } else {
                    emitter.onSuccess(reply);
                }
            });
        });
    }

    @Override
    public Completable completable() {
        return maybe().ignoreElement();
    }

    @Override
    public io.reactivex.Single<Reply> single2() {
        return io.reactivex.Single.create(emitter -> {
            CompletableFuture<Reply> attempt = attempt();
            emitter.setCancellable(() -> attempt.cancel(true));
            attempt.whenComplete((reply, failure) -> {
                if (failure == null) {
                    emitter.onSuccess(reply);
                } else {
                    emitter.tryOnError(failure);
                }
            });
        });
    }

    @Override
    public io.reactivex.Maybe<Reply> maybe2() {
        return io.reactivex.Maybe.create(emitter -> {
            CompletableFuture<Reply> attempt = attempt();
            emitter.setCancellable(() -> attempt.cancel(true));
            attempt.whenComplete((reply, failure) -> {
                if (failure != null) {
                    emitter.tryOnError(failure);
                } else if (reply == null) {
                    emitter.onComplete();
                } else {
                    emitter.onSuccess(reply);
                }
            });
        });
    }

    @Override
    public io.reactivex.Completable completable2() {
        return maybe2().ignoreElement();
    }

    @Override
    public Uni<Reply> uni() {
        return Uni.createFrom().context(context -> {
            users.add(context.getOrElse("user", () -> "nobody"));
            return Uni.createFrom().completionStage(this::attempt);
        });
    }

    @Override
    public Future<Reply> vertx() {
        return Future.fromCompletionStage(attempt());
    }

    @Override
    public ListenableFuture<Reply> listenable() {
        CompletableFuture<Reply> attempt = attempt();
        SettableFuture<Reply> future = SettableFuture.create();
        attempt.whenComplete((reply, failure) -> {
            if (failure == null) {
                future.set(reply);
            } else {
                future.setException(failure);
            }
        });
        future.addListener(() -> attempt.cancel(true), MoreExecutors.directExecutor());
        return future;
    }
}
