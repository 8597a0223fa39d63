package dev.holdfast.testkit;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** Runs calls on threads of their own. */
public final class Threads {

    private Threads() {}

    /** Starts a call at once on a new daemon thread. */
    public static <T> Running<T> start(Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(task, "caller");
        thread.setDaemon(true);
        thread.start();
        return new Running<>(thread, task);
    }

    /** A call on its way, and the thread that makes it. */
    public record Running<T>(Thread thread, FutureTask<T> result) {}
}
