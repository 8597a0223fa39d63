package ledger;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import house.ApiException;
import house.BusyException;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** All that can be thrown. */
@CircuitBreaker(failureThreshold = 1000)
@RateLimited(maxDelay = "50s", on = {BusyException.class})
public interface LedgerClient<X extends Exception> extends AutoCloseable {

    void anything() throws Throwable;

    String exception() throws Exception;

    int error() throws Error, AssertionError;

    long unchecked() throws IllegalArgumentException, BusyException, RuntimeException;

    Object variable() throws X, IOException;

    <Y extends X> Object below(Y example) throws X, Y;

    <T extends Throwable, R extends RuntimeException> T both(T t, R r) throws T, R;

    byte[] related() throws IOException, EOFException, ApiException;

    String interrupted() throws InterruptedException, ExecutionException, TimeoutException;

    Nested.Deep.Failure nested() throws Nested.Deep.Failure, Nested.Deep.Other;

    @Backoff(maxAttempts = 2, retryOn = ApiException.class, abortOn = BusyException.class)
    @RateLimited(beyondMaxDelay = dev.holdfast.annotations.BeyondMaxDelay.CLAMP)
    boolean own() throws ApiException;

    @Override
    void close() throws X;

    /** A place for failures. */
    interface Nested {

        /** And another. */
        class Deep {

            public Deep() {}

            /** A failure. */
            public static class Failure extends Exception {

                private static final long serialVersionUID = 1;

                public Failure() {}

                public int getStatusCode() {
                    return 503;
                }
            }

            /** One with two constructors. */
            public static final class Other extends ApiException {

                private static final long serialVersionUID = 1;

                public Other(int status, String... reasons) {
                    super(status + reasons.length);
                }
            }
        }
    }
}
