package dev.holdfast.it.soak;

import java.util.List;
import java.util.Random;

/** A kind of load. */
interface Workload {

    /** All kinds: what is added here is part of every round. */
    List<Workload> ALL = List.of(
            new SyncCalls(),
            new InterruptedCalls(),
            new VirtualThreadCalls(),
            new AsyncCalls(),
            new CallsEndedByCaller(),
            new ContextCloses(),
            new ProbePlaces(),
            new QuotaPlaces(),
            new CalledOffCalls());

    /** How many threads of each round make this load. */
    default int threads() {
        return 1;
    }

    /**
     * Makes calls until the round is over. What goes on after that must end by itself, soon.
     *
     * @param random of this thread alone
     */
    void run(Round round, Random random) throws Exception;
}
