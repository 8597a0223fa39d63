package dev.holdfast.benchmarks.call;

import dev.holdfast.benchmarks.client.AsyncBehaviour;
import dev.holdfast.benchmarks.client.AsyncClient;
import dev.holdfast.benchmarks.client.AsyncDelegate;
import dev.holdfast.benchmarks.subject.Policies;
import dev.holdfast.benchmarks.subject.Subjects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One asynchronous call, up to its answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AsyncBenchmark {

    /** Who protects. JMH sets it. */
    @Param("Holdfast")
    public String subject = "";

    /** By what. JMH sets it. */
    @Param("RETRY_BREAKER")
    public Policies policies = Policies.RETRY_BREAKER;

    /** How the delegate behaves. JMH sets it. */
    @Param("DONE")
    public AsyncBehaviour behaviour = AsyncBehaviour.DONE;

    private AsyncDelegate delegate = AsyncBehaviour.DONE.delegate();
    private AsyncClient client = delegate;

    /** Called by JMH. */
    public AsyncBenchmark() {}

    /** Makes the client. */
    @Setup(Level.Trial)
    public void protect() {
        delegate = behaviour.delegate();
        client = Subjects.named(subject).protectAsync(policies, delegate);
    }

    /**
     * What is measured.
     *
     * @param keys the thread's keys
     * @return the answer
     */
    @Benchmark
    public Object call(Keys keys) {
        CompletionStage<?> stage = client.get(keys.next());
        delegate.finish();
        return stage.toCompletableFuture().join();
    }
}
