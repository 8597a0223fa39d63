package dev.holdfast.runtime.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on the thread that brings them: at once, or where that thread is at one of them already, when that has ended. So a
 * thousand calls of which each lets the next one go on need no deep stack.
 */
final class CallingThread implements Executor {

    private final ThreadLocal<@Nullable Deque<Runnable>> waiting = new ThreadLocal<>();

    @Override
    public void execute(Runnable task) {
        Deque<Runnable> known = waiting.get();
        if (known != null) {
            known.add(task);
            return;
        }
        Deque<Runnable> mine = new ArrayDeque<>();
        waiting.set(mine);
        try {
            for (Runnable next = task; next != null; next = mine.poll()) {
                next.run();
            }
        } finally {
            waiting.remove();
        }
    }

    /** Runs something whose own tasks are not to wait for a task that this may be part of. */
    void runApart(Runnable body) {
        Deque<Runnable> known = waiting.get();
        waiting.remove();
        try {
            body.run();
        } finally {
            waiting.set(known);
        }
    }
}
