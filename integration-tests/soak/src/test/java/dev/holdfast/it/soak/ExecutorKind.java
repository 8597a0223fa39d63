package dev.holdfast.it.soak;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What users give a context to go on with asynchronous calls. */
enum ExecutorKind {
    /** None: the context's own choice. */
    DEFAULT {
        @Override
        Executor make() {
            return null;
        }
    },
    FIXED {
        @Override
        Executor make() {
            return Executors.newFixedThreadPool(2, THREADS);
        }
    },
    DIRECT {
        @Override
        Executor make() {
            return Runnable::run;
        }
    },
    CALLER_RUNS {
        @Override
        Executor make() {
            return tiny(new ThreadPoolExecutor.CallerRunsPolicy());
        }
    },
    REJECTING {
        @Override
        Executor make() {
            return tiny(new ThreadPoolExecutor.AbortPolicy());
        }
    },
    /** A thread for each task: a virtual one where the JDK has them. */
    VIRTUAL {
        @Override
        Executor make() {
            return VirtualThreads.ARE_THERE ? VirtualThreads.executor() : Executors.newCachedThreadPool(THREADS);
        }
    };

    private static final ThreadFactory THREADS = task -> {
        Thread thread = new Thread(task, "soak-executor");
        thread.setDaemon(true);
        return thread;
    };

    /** A new one, or null. */
    abstract Executor make();

    /** One that looks at who comes. */
    Executor watched(Ledger ledger) {
        Executor made = make();
        return made == null ? null : new Watched(made, ledger);
    }

    static void shutDown(Executor executor) {
        if (executor instanceof Watched && ((Watched) executor).executor instanceof ExecutorService) {
            ((ExecutorService) ((Watched) executor).executor).shutdown();
        }
    }

    private static Executor tiny(RejectedExecutionHandler whenFull) {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), THREADS, whenFull);
    }

    private record Watched(Executor executor, Ledger ledger) implements Executor {

        @Override
        public void execute(Runnable task) {
            ledger.checkThread("the user's executor");
            executor.execute(() -> {
                Moment.mark();
                ledger.checkThread("a task of the user's executor");
                task.run();
            });
        }
    }
}
