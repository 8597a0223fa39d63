package kotlinx.coroutines;

import java.util.concurrent.CancellationException;

/** As much of Kotlin's as generated code needs. */
public final class TimeoutCancellationException extends CancellationException {
    private static final long serialVersionUID = 1;
}
