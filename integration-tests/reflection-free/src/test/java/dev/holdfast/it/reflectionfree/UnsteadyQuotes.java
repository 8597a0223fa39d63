package dev.holdfast.it.reflectionfree;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/** Takes a while for each quote; fails the first time it is asked for a share, and for every thousandth is busy the second time. */
final class UnsteadyQuotes implements QuoteClient {

    static final int BUSY_EVERY = 1_000;

    private final AtomicIntegerArray asked;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    UnsteadyQuotes(int shares) {
        asked = new AtomicIntegerArray(shares);
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    @Override
    public String quote(String share) throws IOException {
        mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try {
            LockSupport.parkNanos(1_000_000);
            int number = Integer.parseInt(share);
            int time = asked.incrementAndGet(number);
            if (time == 1) {
                throw new IOException("down");
            }
            if (time == 2 && number % BUSY_EVERY == 0) {
                throw new BusyException();
            }
            return share + " at today's price";
        } finally {
            underWay.decrementAndGet();
        }
    }
}
