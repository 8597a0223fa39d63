package dev.holdfast.it.answers;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Observable;
import io.smallrye.mutiny.Multi;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import reactor.core.publisher.Flux;

/** A client whose streams are driven by hand, and can be looked at: a delegate of every kind. */
final class StreamSource
        implements RetriedStreams, FragileStreams, TimedStreams, QueuedStreams, AnsweredStreams, Publisher<Integer> {

    /** All attempts so far: each subscription is one. */
    final List<Attempt> attempts = new ArrayList<>();

    /** The calls of the methods. */
    int calls;

    /** What a subscriber's context says about the user, for each attempt that has one. */
    final List<String> users = new ArrayList<>();

    private final Deque<Consumer<Attempt>> script = new ArrayDeque<>();

    /** What the next attempts do as soon as they are subscribed to. Those beyond the script do nothing by themselves. */
    StreamSource then(Consumer<Attempt> action) {
        script.add(action);
        return this;
    }

    StreamSource thenFail(Throwable failure) {
        return then(attempt -> attempt.fail(failure));
    }

    /** The attempt in flight, or the last one. */
    Attempt last() {
        return attempts.get(attempts.size() - 1);
    }

    @Override
    public void subscribe(Subscriber<? super Integer> subscriber) {
        Attempt attempt = new Attempt(subscriber);
        attempts.add(attempt);
        subscriber.onSubscribe(attempt);
        Consumer<Attempt> action = script.poll();
        if (action != null) {
            action.accept(attempt);
        }
    }

    /** One subscription. */
    static final class Attempt implements org.reactivestreams.Subscription {

        private final Subscriber<? super Integer> subscriber;

        /** All demand, one after the other. */
        final List<Long> requests = new ArrayList<>();

        int cancels;

        @Nullable
        Consumer<Long> onRequest;

        Attempt(Subscriber<? super Integer> subscriber) {
            this.subscriber = subscriber;
        }

        Attempt item(int item) {
            subscriber.onNext(item);
            return this;
        }

        /** Breaks a rule: there is one subscription. */
        void again(org.reactivestreams.Subscription second) {
            subscriber.onSubscribe(second);
        }

        void fail(Throwable failure) {
            subscriber.onError(failure);
        }

        void complete() {
            subscriber.onComplete();
        }

        boolean isCancelled() {
            return cancels > 0;
        }

        @Override
        public void request(long n) {
            requests.add(n);
            if (onRequest != null) {
                onRequest.accept(n);
            }
        }

        @Override
        public void cancel() {
            cancels++;
        }
    }

    @Override
    public Flux<Integer> flux() {
        calls++;
        return Flux.deferContextual(context -> {
            users.add(context.getOrDefault("user", "nobody"));
            return Flux.from(this);
        });
    }

    @Override
    public Flowable<Integer> flowable() {
        calls++;
        return Flowable.fromPublisher(this);
    }

    @Override
    public io.reactivex.Flowable<Integer> flowable2() {
        calls++;
        return io.reactivex.Flowable.fromPublisher(this);
    }

    @Override
    public Observable<Integer> observable() {
        calls++;
        return Observable.fromPublisher(this);
    }

    @Override
    public io.reactivex.Observable<Integer> observable2() {
        calls++;
        return io.reactivex.Observable.fromPublisher(this);
    }

    @Override
    public Multi<Integer> multi() {
        calls++;
        return Multi.createFrom().context(context -> {
            users.add(context.getOrElse("user", () -> "nobody"));
            return Multi.createFrom().safePublisher(flowOfThis());
        });
    }

    @Override
    public Publisher<Integer> publisher() {
        calls++;
        return this;
    }

    @Override
    public Flow.Publisher<Integer> flow() {
        calls++;
        return flowOfThis();
    }

    private Flow.Publisher<Integer> flowOfThis() {
        return FlowAdapters.toFlowPublisher(this);
    }
}
