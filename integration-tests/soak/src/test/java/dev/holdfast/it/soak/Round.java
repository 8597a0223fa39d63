package dev.holdfast.it.soak;

import java.io.IOException;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All kinds of load at once for a while, on one world, and what must hold afterwards. */
final class Round {

    private final Violations violations;
    private final HostileServer server;
    private final Ledger ledger;
    private final World world;
    private final Random random;
    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    Round(Violations violations, ExecutorKind kind, long seed) throws IOException {
        this.violations = violations;
        this.server = new HostileServer(violations);
        this.ledger = new Ledger(violations, server);
        this.world = new World(ledger, kind);
        this.random = new Random(seed);
    }

    /** Returns how much there was of what. */
    Map<String, Long> run(long millis) throws Exception {
        for (Workload workload : Workload.ALL) {
            for (int i = 0; i < workload.threads(); i++) {
                Random its = new Random(random.nextLong());
                start(workload.getClass().getSimpleName(), () -> workload.run(this, its));
            }
        }
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() - end < 0) {
            Thread.sleep(50);
            Invariants.checkThreads(violations);
        }
        over = true;
        if (random.nextBoolean()) {
            world.closeContext();
        }
        if (!Patience.sees("loads to end", () -> threads.stream().noneMatch(Thread::isAlive))) {
            threads.stream()
                    .filter(Thread::isAlive)
                    .forEach(thread -> violations.add(Rule.LOAD_ENDS, thread.getName() + " in " + world));
        }
        Invariants.check(world);
        world.close();
        server.close();
        return ledger.figures();
    }

    boolean goesOn() {
        return !over;
    }

    Ledger ledger() {
        return ledger;
    }

    World world() {
        return world;
    }

    Violations violations() {
        return violations;
    }

    ExecutorKind anyExecutor(Random random) {
        return ExecutorKind.values()[random.nextInt(ExecutorKind.values().length)];
    }

    /** A little time to think, for a caller. */
    void breathe(Random random) throws InterruptedException {
        if (random.nextInt(4) == 0) {
            Thread.sleep(random.nextInt(5));
        }
    }

    /** Starts a thread of a load. What it throws is a mistake of the soak's. */
    Thread start(String name, Load load) {
        Thread thread = new Thread(
                () -> {
                    try {
                        load.run();
                    } catch (Throwable broken) {
                        violations.add(Rule.LOAD_ENDS, broken + " at " + broken.getStackTrace()[0]);
                        broken.printStackTrace(System.out);
                    }
                },
                "soak-" + name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        return thread;
    }

    /** The work of a thread. */
    interface Load {

        void run() throws Exception;
    }
}
