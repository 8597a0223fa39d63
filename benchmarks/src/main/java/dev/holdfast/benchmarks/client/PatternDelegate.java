package dev.holdfast.benchmarks.client;

/** Fails for some keys, and always for the same ones. */
final class PatternDelegate implements Delegate {

    private final int mask;
    private final int failing;

    /**
     * Makes one.
     *
     * @param outOf of so many keys in a row, a power of two
     * @param failing so many fail, the first ones
     */
    PatternDelegate(int failing, int outOf) {
        this.mask = outOf - 1;
        this.failing = failing;
    }

    @Override
    public Answer get(int key) {
        if ((key & mask) < failing) {
            throw ServiceDownException.INSTANCE;
        }
        return Answers.of(key);
    }
}
