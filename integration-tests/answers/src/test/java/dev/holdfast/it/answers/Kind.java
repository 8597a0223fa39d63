package dev.holdfast.it.answers;

import static dev.holdfast.it.answers.Kind.Trait.BRINGS_REPLY;
import static dev.holdfast.it.answers.Kind.Trait.CANCELS;
import static dev.holdfast.it.answers.Kind.Trait.FALLS_BACK;
import static dev.holdfast.it.answers.Kind.Trait.LAZY;
import static dev.holdfast.it.answers.Kind.Trait.MAYBE_EMPTY;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * A kind of answer: how a test makes a call of it.
 *
 * @param name of the method
 * @param subscribe makes the call, with an answer that the method has returned
 * @param traits in what it differs from others
 */
record Kind(String name, Function<Answers, Function<Subscription, Runnable>> subscribe, Set<Trait> traits) {

    /** In what kinds differ. */
    enum Trait {
        /** Nothing happens before a subscription, and each is a call. */
        LAZY,
        /** Its caller can cancel it. */
        CANCELS,
        /** It brings the reply, and not only that there was one. */
        BRINGS_REPLY,
        /** There may be no reply. */
        MAYBE_EMPTY,
        /** It can have a fallback. */
        FALLS_BACK
    }

    private static final Runnable NO_CANCEL = () -> {
        throw new IllegalStateException("cannot be cancelled");
    };

    private static final Set<Trait> EAGER = EnumSet.of(CANCELS, BRINGS_REPLY, MAYBE_EMPTY, FALLS_BACK);
    private static final Set<Trait> ALL_TRAITS = EnumSet.allOf(Trait.class);

    private static Set<Trait> without(Trait trait) {
        return EnumSet.complementOf(EnumSet.of(trait));
    }

    /** The kinds whose caller does not wait. */
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
                    EAGER),
            new Kind(
                    "future",
                    api -> {
                        var future = api.future();
                        return told -> {
                            future.whenComplete(told::end);
                            return () -> future.cancel(true);
                        };
                    },
                    EAGER),
            new Kind(
                    "enqueued",
                    api -> {
                        var call = api.call();
                        return told -> {
                            var made = call.clone();
                            made.enqueue(told);
                            return made::cancel;
                        };
                    },
                    without(FALLS_BACK)),
            new Kind(
                    "mono",
                    api -> {
                        var mono = api.mono();
                        return told -> mono.subscribe(told::reply, told::failure, told::complete)::dispose;
                    },
                    ALL_TRAITS),
            new Kind(
                    "single",
                    api -> {
                        var single = api.single();
                        return told -> single.subscribe(told::reply, told::failure)::dispose;
                    },
                    without(MAYBE_EMPTY)),
            new Kind(
                    "maybe",
                    api -> {
                        var maybe = api.maybe();
                        return told -> maybe.subscribe(told::reply, told::failure, told::empty)::dispose;
                    },
                    ALL_TRAITS),
            new Kind(
                    "completable",
                    api -> {
                        var completable = api.completable();
                        return told -> completable.subscribe(told::empty, told::failure)::dispose;
                    },
                    without(BRINGS_REPLY)),
            new Kind(
                    "single2",
                    api -> {
                        var single = api.single2();
                        return told -> single.subscribe(told::reply, told::failure)::dispose;
                    },
                    without(MAYBE_EMPTY)),
            new Kind(
                    "maybe2",
                    api -> {
                        var maybe = api.maybe2();
                        return told -> maybe.subscribe(told::reply, told::failure, told::empty)::dispose;
                    },
                    ALL_TRAITS),
            new Kind(
                    "completable2",
                    api -> {
                        var completable = api.completable2();
                        return told -> completable.subscribe(told::empty, told::failure)::dispose;
                    },
                    without(BRINGS_REPLY)),
            new Kind(
                    "uni",
                    api -> {
                        var uni = api.uni();
                        return told -> uni.subscribe().with(told::reply, told::failure)::cancel;
                    },
                    ALL_TRAITS),
            new Kind(
                    "vertx",
                    api -> {
                        var future = api.vertx();
                        return told -> {
                            future.onComplete(told::end);
                            return NO_CANCEL;
                        };
                    },
                    EnumSet.of(BRINGS_REPLY, MAYBE_EMPTY, FALLS_BACK)),
            new Kind(
                    "listenable",
                    api -> {
                        var future = api.listenable();
                        return told -> {
                            future.addListener(() -> take(future, told), MoreExecutors.directExecutor());
                            return () -> future.cancel(true);
                        };
                    },
                    EAGER));

    /** The kinds whose caller waits: only an interrupt can end its wait. */
    static final List<Kind> WAITED_FOR = List.of(
            new Kind(
                    "value",
                    api -> told -> {
                        try {
                            told.reply(api.value());
                        } catch (Throwable failure) {
                            told.failure(failure);
                        }
                        return NO_CANCEL;
                    },
                    without(CANCELS)),
            new Kind(
                    "executed",
                    api -> {
                        var call = api.call();
                        return told -> {
                            try {
                                told.reply(call.clone().execute().body());
                            } catch (Throwable failure) {
                                told.failure(failure);
                            }
                            return NO_CANCEL;
                        };
                    },
                    EnumSet.of(LAZY, BRINGS_REPLY, MAYBE_EMPTY)));

    /** The kind of the JDK whose caller does not wait. */
    static final Kind STAGE = LATER.get(0);

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

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    @Override
    public String toString() {
        return name;
    }
}
