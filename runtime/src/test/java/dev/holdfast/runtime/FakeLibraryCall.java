package dev.holdfast.runtime;

import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.GuardedCall;
import dev.holdfast.runtime.spi.CallOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A call of a client library, as Retrofit's: made once, blocking or not, cancellable, and to be copied for another time. */
public final class FakeLibraryCall {

    /** An answer that holds a connection. */
    public static final class Reply {
        public final int status;
        public volatile int closed;

        public Reply(int status) {
            this.status = status;
        }
    }

    /** What the attempts bring, in turn: a reply or a failure; what is not there never comes. */
    public final Queue<Object> script;

    /** All copies, the first call included. */
    public final List<FakeLibraryCall> all;

    /** What else happens during an attempt. */
    public Runnable duringAttempt = () -> {};

    public volatile boolean canceled;
    public boolean made;

    /** Where to tell what an attempt brings, once, whoever comes first: the attempt or who cancels it. */
    public final AtomicReference<@Nullable CallOutcome<Reply>> listening = new AtomicReference<>();

    public FakeLibraryCall(Object... script) {
        this(new ConcurrentLinkedQueue<>(List.of(script)), new ArrayList<>());
    }

    private FakeLibraryCall(Queue<Object> script, List<FakeLibraryCall> all) {
        this.script = script;
        this.all = all;
        all.add(this);
    }

    public FakeLibraryCall copy() {
        FakeLibraryCall copy = new FakeLibraryCall(script, all);
        copy.duringAttempt = duringAttempt;
        return copy;
    }

    private void make() {
        if (made) {
            throw new IllegalStateException("made twice");
        }
        made = true;
        duringAttempt.run();
    }

    public Reply execute() throws IOException {
        make();
        if (canceled) {
            throw new IOException("Canceled");
        }
        Object next = script.remove();
        if (next instanceof IOException) {
            throw (IOException) next;
        }
        return (Reply) next;
    }

    public void enqueue(CallOutcome<Reply> outcome) {
        make();
        listening.set(outcome);
        Object next = canceled ? new IOException("Canceled") : script.poll();
        if (next != null) {
            tell(next);
        }
    }

    public void tell(Object answer) {
        CallOutcome<Reply> outcome = listening.getAndSet(null);
        if (outcome == null) {
            return;
        }
        if (answer instanceof Reply) {
            outcome.returned((Reply) answer);
        } else {
            outcome.failed((Throwable) answer);
        }
    }

    /** An attempt under way on another thread says that it is cancelled. */
    public void cancel() {
        canceled = true;
        tell(new IOException("Canceled"));
    }

    /** What generated code makes of it. */
    public static class Guarded extends GuardedCall<FakeLibraryCall, Reply> {

        /** Enqueues the call, as a library's own method does. */
        public void begin(CallOutcome<Reply> outcome) {
            enqueue(outcome);
        }

        public Guarded(AsyncGuard guard, FakeLibraryCall delegate) {
            super(guard, delegate);
        }

        @Override
        protected Reply execute(FakeLibraryCall attempt) throws IOException {
            return attempt.execute();
        }

        @Override
        protected void enqueue(FakeLibraryCall attempt, CallOutcome<Reply> outcome) {
            attempt.enqueue(outcome);
        }

        @Override
        protected FakeLibraryCall copy(FakeLibraryCall call) {
            return call.copy();
        }

        @Override
        protected void cancel(FakeLibraryCall attempt) {
            attempt.cancel();
        }

        @Override
        protected boolean isCanceled(FakeLibraryCall attempt) {
            return attempt.canceled;
        }
    }
}
