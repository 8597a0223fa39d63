package com.acme.pay;

import java.util.concurrent.TimeUnit;

/** What nobody outside of the library can name. */
abstract class PayBase<S extends PayBase<S>> implements AutoCloseable {

    /** Another client, for which this one stays as it is. */
    public final S withDeadlineAfter(long duration, TimeUnit unit) {
        return build(unit.toMillis(duration));
    }

    public PayOptions getOptions() {
        return new PayOptions();
    }

    protected abstract S build(long millis);

    @Override
    public void close() {}
}
