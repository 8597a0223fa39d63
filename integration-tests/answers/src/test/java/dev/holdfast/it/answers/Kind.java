package dev.holdfast.it.answers;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * A kind of answer: how a test makes a call of it.
 *
 * @param name of the method
 * @param subscribe makes the call, with an answer that the method has returned
 * @param lazy whether nothing happens before that, and each subscription is a call
 * @param cancels whether its caller can cancel it
 * @param bringsReply whether it brings the reply, and not only that there was one
 * @param maybeEmpty whether there may be none
 */
record Kind(
        String name,
        Function<Answers, Function<Subscription, Runnable>> subscribe,
        boolean lazy,
        boolean cancels,
        boolean bringsReply,
        boolean maybeEmpty) {

    private static final Runnable NO_CANCEL = () -> {
        throw new IllegalStateException("cannot be cancelled");
    };

    /** Every kind but one, whose caller waits. */
    static final List<Kind> LATER = List.of(
            new Kind(
                    "stage",
                    api -> {
                        var stage = api.stage();
                        return told -> {
                            stage.whenComplete(told::end);
                            return () -> stage.toCompletableFuture().cancel(true);
                        };
                    },
                    false,
                    true,
                    true,
                    true),
            new Kind(
                    "future",
                    api -> {
                        var future = api.future();
                        return told -> {
                            future.whenComplete(told::end);
                            return () -> future.cancel(true);
                        };
                    },
                    false,
                    true,
                    true,
                    true),
            new Kind(
                    "mono",
                    api -> {
                        var mono = api.mono();
                        return told -> mono.subscribe(told::reply, told::failure, told::complete)::dispose;
                    },
                    true,
                    true,
                    true,
                    true),
            new Kind(
                    "single",
                    api -> {
                        var single = api.single();
                        return told -> single.subscribe(told::reply, told::failure)::dispose;
                    },
                    true,
                    true,
                    true,
                    false),
            new Kind(
                    "maybe",
                    api -> {
                        var maybe = api.maybe();
                        return told -> maybe.subscribe(told::reply, told::failure, told::empty)::dispose;
                    },
                    true,
                    true,
                    true,
                    true),
            new Kind(
                    "completable",
                    api -> {
                        var completable = api.completable();
                        return told -> completable.subscribe(told::empty, told::failure)::dispose;
                    },
                    true,
                    true,
                    false,
                    true),
            new Kind(
                    "single2",
                    api -> {
                        var single = api.single2();
                        return told -> single.subscribe(told::reply, told::failure)::dispose;
                    },
                    true,
                    true,
                    true,
                    false),
            new Kind(
                    "maybe2",
                    api -> {
                        var maybe = api.maybe2();
                        return told -> maybe.subscribe(told::reply, told::failure, told::empty)::dispose;
                    },
                    true,
                    true,
                    true,
                    true),
            new Kind(
                    "completable2",
                    api -> {
                        var completable = api.completable2();
                        return told -> completable.subscribe(told::empty, told::failure)::dispose;
                    },
                    true,
                    true,
                    false,
                    true),
            new Kind(
                    "uni",
                    api -> {
                        var uni = api.uni();
                        return told -> uni.subscribe().with(told::reply, told::failure)::cancel;
                    },
                    true,
                    true,
                    true,
                    true),
            new Kind(
                    "vertx",
                    api -> {
                        var future = api.vertx();
                        return told -> {
                            future.onComplete(told::end);
                            return NO_CANCEL;
                        };
                    },
                    false,
                    false,
                    true,
                    true),
            new Kind(
                    "listenable",
                    api -> {
                        var future = api.listenable();
                        return told -> {
                            future.addListener(() -> take(future, told), MoreExecutors.directExecutor());
                            return () -> future.cancel(true);
                        };
                    },
                    false,
                    true,
                    true,
                    true));

    /** The kind whose caller waits. */
    static final Kind VALUE = new Kind(
            "value",
            api -> told -> {
                try {
                    told.reply(api.value());
                } catch (Throwable failure) {
                    told.failure(failure);
                }
                return NO_CANCEL;
            },
            true,
            false,
            true,
            true);

    private static void take(ListenableFuture<Reply> future, Subscription told) {
        try {
            told.reply(future.get());
        } catch (ExecutionException failed) {
            told.failure(failed.getCause());
        } catch (InterruptedException | CancellationException ended) {
            told.failure(ended);
        }
    }

    /** Makes a call: calls the method, and subscribes to what it returns. */
    Subscription call(Answers api) {
        return new Subscription(subscribe.apply(api));
    }

    /** Calls the method only. */
    Function<Subscription, Runnable> answer(Answers api) {
        return subscribe.apply(api);
    }

    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    @Override
    public String toString() {
        return name;
    }
}
