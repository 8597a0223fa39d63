package dev.holdfast.benchmarks.call;

import dev.holdfast.benchmarks.client.Answer;
import dev.holdfast.benchmarks.client.MonoClient;
import dev.holdfast.benchmarks.subject.MonoSubjects;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/** One call that returns a Mono, from the call of the method and the subscription to the answer, for one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MonoBenchmark {

    /** Who protects. JMH sets it. */
    @Param("Holdfast")
    public String subject = "";

    private final Receiver receiver = new Receiver();
    private MonoClient client = MonoSubjects.client("Direct");

    /** Takes the answers of all calls, so that it is not made for each. */
    private static final class Receiver implements CoreSubscriber<Answer> {

        private @Nullable Answer answer;

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Answer value) {
            answer = value;
        }

        @Override
        public void onError(Throwable failure) {
            throw new IllegalStateException(failure);
        }

        @Override
        public void onComplete() {}
    }

    /** Called by JMH. */
    public MonoBenchmark() {}

    /** Makes the client. */
    @Setup(Level.Trial)
    public void protect() {
        client = MonoSubjects.client(subject);
    }

    /**
     * Subscribes to a Mono.
     *
     * @param keys the thread's keys
     * @return the answer
     */
    @Benchmark
    public Object call(Keys keys) {
        receiver.answer = null;
        client.get(keys.next()).subscribe(receiver);
        return Objects.requireNonNull(receiver.answer, "no answer yet");
    }
}
