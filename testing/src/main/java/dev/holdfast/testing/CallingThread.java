package dev.holdfast.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;

/**
 * Runs tasks on the thread that brings them: at once, or where that thread is at one of them already, when that has ended. So a
 * thousand calls of which each lets the next one go on need no deep stack.
 */
final class CallingThread implements Executor {

    /** What waits for the task that a thread is at. */
    private final ConcurrentMap<Thread, Deque<Runnable>> waiting = new ConcurrentHashMap<>();

    @Override
    public void execute(Runnable task) {
        Thread thread = Thread.currentThread();
        Deque<Runnable> known = waiting.get(thread);
        if (known != null) {
            known.add(task);
            return;
        }
        Deque<Runnable> mine = new ArrayDeque<>();
        waiting.put(thread, mine);
        try {
            for (Runnable next = task; next != null; next = mine.poll()) {
                next.run();
            }
        } finally {
            waiting.remove(thread);
        }
    }

    /** Runs something whose own tasks are not to wait for a task that this may be part of. */
    void runApart(Runnable body) {
        Thread thread = Thread.currentThread();
        Deque<Runnable> known = waiting.remove(thread);
        try {
            body.run();
        } finally {
            if (known != null) {
                waiting.put(thread, known);
            }
        }
    }
}
