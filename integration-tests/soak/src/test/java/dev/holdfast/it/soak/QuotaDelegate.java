package dev.holdfast.it.soak;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Sees to it that attempts do not come sooner than their quota has places. */
final class QuotaDelegate extends HttpDelegate {

    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1) / QuotaClient.PERMITS;

    private final long since;
    private final AtomicLong attempts = new AtomicLong();

    /**
     * Makes a delegate.
     *
     * @param since a moment before the quota was made, and so before its first place
     */
    QuotaDelegate(Holds holds, long since) {
        super(holds, "quota", QuotaClient.PLACES);
        this.since = since;
    }

    @Override
    Attempt begin(Call call) {
        Attempt attempt = super.begin(call);
        long number = attempts.incrementAndGet();
        long places = (System.nanoTime() - since) / INTERVAL + 1 + QuotaClient.BURST;
        if (number > places) {
            call.ledger().violations().add(Rule.QUOTA_LIMIT, attempt + " is number " + number + " of " + places);
        }
        return attempt;
    }
}
