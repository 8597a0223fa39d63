package dev.holdfast.testing;

import dev.holdfast.runtime.spi.RandomSource;

/**
 * Numbers with which each wait is as long as its annotation or the server says. A backoff draws the wait itself, of which this is the
 * longest; an end of a hold draws an addition, of which this is none. The two differ by who asks.
 */
final class NoJitter implements RandomSource {

    static final RandomSource INSTANCE = new NoJitter();

    private static final StackWalker STACK = StackWalker.getInstance();

    private NoJitter() {}

    @Override
    public long nextLong(long bound) {
        boolean isAddition = STACK.walk(frames -> frames.skip(1)
                .findFirst()
                .filter(frame -> frame.getClassName().contains(".limit."))
                .isPresent());
        return isAddition ? 0 : bound - 1;
    }
}
