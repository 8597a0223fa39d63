package dev.holdfast.micrometer;

import dev.holdfast.runtime.spi.ContextCarrier;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.Objects;

/**
 * Carries what Micrometer's {@code context-propagation} knows of the calling thread to later attempts of asynchronous calls: the current
 * observation, and whatever a {@code ThreadLocalAccessor} is registered for, such as the MDC of SLF4J or what Reactor keeps in its context:
 *
 * <pre>{@code
 * ContextRegistry.getInstance().registerThreadLocalAccessor(new Slf4jThreadLocalAccessor());
 * Holdfast holdfast = Holdfast.builder().carrier(MicrometerContext.create()).build();
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class MicrometerContext implements ContextCarrier {

    private final ContextSnapshotFactory snapshots;

    private MicrometerContext(ContextSnapshotFactory snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * Returns a carrier of all that is registered in the global {@code ContextRegistry}. What the calling thread has no value for is cleared on the
     * other thread too, so that an attempt never sees the context of another call.
     *
     * @return a carrier
     */
    public static MicrometerContext create() {
        return of(ContextSnapshotFactory.builder().clearMissing(true).build());
    }

    /**
     * Returns a carrier of what a factory captures.
     *
     * @param snapshots captures the calling thread's context
     * @return a carrier
     */
    public static MicrometerContext of(ContextSnapshotFactory snapshots) {
        return new MicrometerContext(Objects.requireNonNull(snapshots, "snapshots"));
    }

    @Override
    public Captured capture() {
        ContextSnapshot snapshot = snapshots.captureAll();
        return () -> {
            ContextSnapshot.Scope scope = snapshot.setThreadLocals();
            return () -> scope.close();
        };
    }
}
