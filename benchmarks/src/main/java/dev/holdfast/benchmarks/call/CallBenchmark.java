package dev.holdfast.benchmarks.call;

import dev.holdfast.benchmarks.client.Behaviour;
import dev.holdfast.benchmarks.client.Client;
import dev.holdfast.benchmarks.subject.Policies;
import dev.holdfast.benchmarks.subject.Subject;
import dev.holdfast.benchmarks.subject.Subjects;
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

/** One synchronous call, whatever becomes of it. All threads call the same client. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CallBenchmark {

    /** Who protects. JMH sets it. */
    @Param("Holdfast")
    public String subject = "";

    /** By what. JMH sets it. */
    @Param("BREAKER")
    public Policies policies = Policies.BREAKER;

    /** How the delegate behaves. JMH sets it. */
    @Param("WELL")
    public Behaviour behaviour = Behaviour.WELL;

    /** What else the JVM has loaded. JMH sets it. */
    @Param("ONE")
    public Load load = Load.ONE;

    private Client client = Behaviour.WELL.delegate();

    /** Called by JMH. */
    public CallBenchmark() {}

    /** Makes the client. */
    @Setup(Level.Trial)
    public void protect() {
        Subject library = Subjects.named(subject);
        client = library.protect(policies, behaviour.delegate());
        if (load == Load.MANY && new OtherClients(library).call() == 0) {
            throw new IllegalStateException("no call of another client has failed");
        }
    }

    /**
     * What is measured.
     *
     * @param keys the thread's keys
     * @return the answer or what was thrown
     */
    @Benchmark
    public Object call(Keys keys) {
        try {
            return CallSite.call(client, keys.next());
        } catch (RuntimeException failure) {
            return failure;
        }
    }
}
