package dev.holdfast.benchmarks.client;

/** How a delegate behaves. */
public enum Behaviour {
    /** Answers every call. */
    WELL {
        @Override
        public Delegate delegate() {
            return new PatternDelegate(0, 1);
        }
    },
    /** Fails for one call in 64. */
    ONE_IN_64_FAILS {
        @Override
        public Delegate delegate() {
            return new PatternDelegate(1, 64);
        }
    },
    /** Fails for three calls in a row, then answers one: no breaker that is measured opens for that. */
    THREE_IN_4_FAIL {
        @Override
        public Delegate delegate() {
            return new PatternDelegate(3, 4);
        }
    },
    /** Fails always, so that a breaker is open. */
    DOWN {
        @Override
        public Delegate delegate() {
            return new PatternDelegate(1, 1);
        }
    },
    /** Fails at the first attempt, and answers the second. For one thread. */
    SECOND_ATTEMPT_SUCCEEDS {
        @Override
        public Delegate delegate() {
            return new SecondAttemptDelegate();
        }
    };

    /**
     * Makes a delegate that behaves so.
     *
     * @return a new one
     */
    public abstract Delegate delegate();
}
