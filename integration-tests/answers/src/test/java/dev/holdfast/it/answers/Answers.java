package dev.holdfast.it.answers;

import com.google.common.util.concurrent.ListenableFuture;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import retrofit2.Call;

/** A method for each kind of answer. */
interface Answers {
    @Nullable
    Reply value() throws IOException;

    CompletionStage<Reply> stage();

    CompletableFuture<Reply> future();

    Call<Reply> call();

    Mono<Reply> mono();

    Single<Reply> single();

    Maybe<Reply> maybe();

    Completable completable();

    io.reactivex.Single<Reply> single2();

    io.reactivex.Maybe<Reply> maybe2();

    io.reactivex.Completable completable2();

    Uni<Reply> uni();

    Future<Reply> vertx();

    ListenableFuture<Reply> listenable();
}
