package dev.holdfast.benchmarks.call;

import dev.holdfast.benchmarks.client.Answer;
import dev.holdfast.benchmarks.client.SuspendClient;
import dev.holdfast.benchmarks.client.SuspendDelegate;
import dev.holdfast.benchmarks.subject.SuspendSubjects;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlinx.coroutines.JobKt;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One call of a suspend function that does not suspend, in a coroutine with a job, for one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SuspendBenchmark {

    /** Who protects. JMH sets it. */
    @Param("Holdfast")
    public String subject = "";

    private final Caller caller = new Caller();
    private SuspendClient client = new SuspendDelegate();

    /** The rest of the caller's coroutine, which is never needed. */
    private static final class Caller implements Continuation<Answer> {

        private final CoroutineContext context = JobKt.Job(null);

        @Override
        public CoroutineContext getContext() {
            return context;
        }

        @Override
        public void resumeWith(Object result) {
            throw new IllegalStateException("suspended");
        }
    }

    /** Called by JMH. */
    public SuspendBenchmark() {}

    /** Makes the client. */
    @Setup(Level.Trial)
    public void protect() {
        client = SuspendSubjects.client(subject, new SuspendDelegate());
    }

    /**
     * Calls it.
     *
     * @param keys the thread's keys
     * @return the answer
     */
    @Benchmark
    @SuppressWarnings("ReferenceEquality") // the mark of a suspension
    public Object call(Keys keys) {
        Object answer = client.get(keys.next(), caller);
        if (answer == IntrinsicsKt.getCOROUTINE_SUSPENDED()) {
            throw new IllegalStateException("suspended");
        }
        return Objects.requireNonNull(answer, "no answer");
    }
}
