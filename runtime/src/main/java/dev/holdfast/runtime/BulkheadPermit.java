package dev.holdfast.runtime;

import org.jspecify.annotations.Nullable;

/** A breaker's permit and a place in a bulkhead in one: whichever way the attempt ends, the breaker is told and the place given back. */
final class BulkheadPermit implements BreakerPermit {

    final BreakerPermit permit;
    private final Bulkhead bulkhead;

    BulkheadPermit(BreakerPermit permit, Bulkhead bulkhead) {
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
