package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.bulkhead.Places;
import org.jspecify.annotations.Nullable;

/**
 * A breaker's permit with a place in a bulkhead: however the attempt ends, it is reported to the breaker and the place
 * is given back.
 */
public final class BulkheadPermit implements BreakerPermit {

    final BreakerPermit permit;
    private final Places bulkhead;

    BulkheadPermit(BreakerPermit permit, Places bulkhead) {
        this.permit = permit;
        this.bulkhead = bulkhead;
    }

    @Override
    public void succeeded() {
        try {
            permit.succeeded();
        } finally {
            bulkhead.release();
        }
    }

    @Override
    public void failed(Throwable failure) {
        try {
            permit.failed(failure);
        } finally {
            bulkhead.release();
        }
    }

    @Override
    public void failedBecause(@Nullable Throwable cause) {
        try {
            permit.failedBecause(cause);
        } finally {
            bulkhead.release();
        }
    }

    @Override
    public void release() {
        try {
            permit.release();
        } finally {
            bulkhead.release();
        }
    }
}
