package dev.holdfast.runtime.internal.http;

import dev.holdfast.annotations.RateLimitHint;

/**
 * Finds the {@code google.rpc.RetryInfo} in the details of a {@code google.rpc.Status}, in which gRPC servers name a
 * wait.
 *
 * <pre>
 * Status    { details = 3: Any, repeated }
 * Any       { type_url = 1: text; value = 2: bytes }
 * RetryInfo { retry_delay = 1: Duration }
 * Duration  { seconds = 1: int64; nanos = 2: int32 }
 * </pre>
 */
public final class RetryInfo {

    private static final String TYPE = "/google.rpc.RetryInfo";
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private boolean found;
    private boolean broken;
    private long seconds;
    private long nanos;

    private RetryInfo() {}

    /** Returns the wait of the first one, or NO_DELAY without any or for malformed input. */
    public static long retryDelayNanos(byte[] status) {
        RetryInfo info = new RetryInfo();
        ProtoReader fields = ProtoReader.of(status);
        while (fields.next()) {
            if (fields.isMessage(3) && !info.found) {
                info.readDetail(fields.message());
            }
        }
        return fields.isBroken() ? RateLimitHint.NO_DELAY : info.delay();
    }

    private void readDetail(ProtoReader fields) {
        boolean wanted = false;
        ProtoReader value = null;
        while (fields.next()) {
            if (fields.isMessage(1)) {
                wanted = fields.endsWith(TYPE);
            } else if (fields.isMessage(2)) {
                value = fields.message();
            }
        }
        broken |= fields.isBroken();
        if (wanted && value != null) {
            readInfo(value);
        }
    }

    private void readInfo(ProtoReader fields) {
        while (fields.next()) {
            if (fields.isMessage(1)) {
                found = true;
                readDuration(fields.message());
            }
        }
        broken |= fields.isBroken();
    }

    private void readDuration(ProtoReader fields) {
        while (fields.next()) {
            if (fields.isNumber(1)) {
                seconds = fields.number();
            } else if (fields.isNumber(2)) {
                nanos = fields.number();
            }
        }
        broken |= fields.isBroken();
    }

    private long delay() {
        if (!found || broken || seconds < 0 || nanos < 0 || nanos >= NANOS_PER_SECOND) {
            return RateLimitHint.NO_DELAY;
        }
        long whole = Epochs.saturated(seconds, NANOS_PER_SECOND);
        return whole > Long.MAX_VALUE - nanos ? Long.MAX_VALUE : whole + nanos;
    }
}
