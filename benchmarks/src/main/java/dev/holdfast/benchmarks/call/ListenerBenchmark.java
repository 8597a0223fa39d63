package dev.holdfast.benchmarks.call;

import dev.holdfast.benchmarks.client.Behaviour;
import dev.holdfast.benchmarks.client.Client;
import dev.holdfast.benchmarks.client.ResilientRetryBreakerClient;
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

/** One successful call with a retry and a breaker, for one thread, that a listener may hear of. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ListenerBenchmark {

    /** Who protects. JMH sets it. */
    @Param("Holdfast")
    public String subject = "";

    /** Who listens. JMH sets it. */
    @Param("NOBODY")
    public Listening listening = Listening.NOBODY;

    private Client client = Behaviour.WELL.delegate();

    /** Called by JMH. */
    public ListenerBenchmark() {}

    /** Makes the client. */
    @Setup(Level.Trial)
    public void protect() {
        client = subject.equals("Direct")
                ? Behaviour.WELL.delegate()
                : new ResilientRetryBreakerClient(Behaviour.WELL.delegate(), listening.holdfast());
    }

    /**
     * What is measured.
     *
     * @param keys the thread's keys
     * @return the answer
     */
    @Benchmark
    public Object call(Keys keys) {
        return CallSite.call(client, keys.next());
    }
}
