package dev.holdfast.it.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** What one subscription brings, whatever its kind. */
final class Items implements Subscriber<Integer> {

    final List<Integer> items = new ArrayList<>();
    int completions;
    final List<Throwable> failures = new ArrayList<>();

    @Nullable
    Thread thread;

    @Nullable
    Consumer<Integer> onItem;

    private final long first;
    private @Nullable Subscription subscription;

    /**
     * Subscribes.
     *
     * @param demand what is requested at once; 0 for nothing
     */
    Items(long demand) {
        first = demand;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        if (first > 0) {
            given.request(first);
        }
    }

    @Override
    public void onNext(Integer item) {
        items.add(item);
        if (onItem != null) {
            onItem.accept(item);
        }
    }

    @Override
    public void onError(Throwable failure) {
        failures.add(failure);
        thread = Thread.currentThread();
    }

    @Override
    public void onComplete() {
        completions++;
        thread = Thread.currentThread();
    }

    void request(long n) {
        Objects.requireNonNull(subscription).request(n);
    }

    void cancel() {
        Objects.requireNonNull(subscription).cancel();
    }

    /** The one failure. */
    Throwable failure() {
        return failures.get(0);
    }

    /** How often it has ended. */
    int ends() {
        return completions + failures.size();
    }
}
