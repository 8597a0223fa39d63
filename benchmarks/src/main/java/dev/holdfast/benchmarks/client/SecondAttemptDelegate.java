package dev.holdfast.benchmarks.client;

/** Fails at each first attempt, for one thread. */
final class SecondAttemptDelegate implements Delegate {

    private boolean failed;

    @Override
    public Answer get(int key) {
        failed = !failed;
        if (failed) {
            throw ServiceDownException.INSTANCE;
        }
        return Answers.of(key);
    }
}
