package dev.holdfast.runtime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A call of a client library, as Retrofit's: made once, blocking or not, cancellable, and to be copied for another time. */
final class LibraryCall {

    /** An answer that holds a connection. */
    static final class Reply {
        final int status;
        volatile int closed;

        Reply(int status) {
            this.status = status;
        }
    }

    /** What the attempts bring, in turn: a reply or a failure; what is not there never comes. */
    final Queue<Object> script;

    /** All copies, the first call included. */
    final List<LibraryCall> all;

    /** What else happens during an attempt. */
    Runnable duringAttempt = () -> {};

    volatile boolean canceled;
    boolean made;

    /** Where to tell what an attempt brings, once, whoever comes first: the attempt or who cancels it. */
    final AtomicReference<GuardedCall.@Nullable Outcome<Reply>> listening = new AtomicReference<>();

    LibraryCall(Object... script) {
        this(new ConcurrentLinkedQueue<>(List.of(script)), new ArrayList<>());
    }

    private LibraryCall(Queue<Object> script, List<LibraryCall> all) {
        this.script = script;
        this.all = all;
        all.add(this);
    }

    LibraryCall copy() {
        LibraryCall copy = new LibraryCall(script, all);
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

    Reply execute() throws IOException {
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

    void enqueue(GuardedCall.Outcome<Reply> outcome) {
        make();
        listening.set(outcome);
        Object next = canceled ? new IOException("Canceled") : script.poll();
        if (next != null) {
            tell(next);
        }
    }

    void tell(Object answer) {
        GuardedCall.Outcome<Reply> outcome = listening.getAndSet(null);
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
    void cancel() {
        canceled = true;
        tell(new IOException("Canceled"));
    }

    /** What generated code makes of it. */
    static class Guarded extends GuardedCall<LibraryCall, Reply> {

        Guarded(AsyncGuard guard, LibraryCall delegate) {
            super(guard, delegate);
        }

        @Override
        protected Reply execute(LibraryCall attempt) throws IOException {
            return attempt.execute();
        }

        @Override
        protected void enqueue(LibraryCall attempt, Outcome<Reply> outcome) {
            attempt.enqueue(outcome);
        }

        @Override
        protected LibraryCall copy(LibraryCall call) {
            return call.copy();
        }

        @Override
        protected void cancel(LibraryCall attempt) {
            attempt.cancel();
        }

        @Override
        protected boolean isCanceled(LibraryCall attempt) {
            return attempt.canceled;
        }
    }
}
