package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.spi.ContextCarrier;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an asynchronous call takes along from its caller's thread where that is more than a class loader: the contexts of carriers,
 * and what listeners hear.
 */
final class CallerScope {

    /** In place of a former class loader: there was none. */
    private static final Object NO_LOADER = new Object();

    private final @Nullable ClassLoader loader;

    /** In the order of the carriers; null where one has failed. */
    private final ContextCarrier.@Nullable Captured[] captured;

    /** Null where nobody listens to calls. */
    final @Nullable WatchedCall call;

    private CallerScope(
            @Nullable ClassLoader loader, ContextCarrier.@Nullable Captured[] captured, @Nullable WatchedCall call) {
        this.loader = loader;
        this.captured = captured;
        this.call = call;
    }

    /** Begins a call on its caller's thread. */
    static Object begin(MethodPolicies policies, @Nullable ClassLoader loader) {
        ContextCarrier[] carriers = policies.context.carriers();
        ContextCarrier.@Nullable Captured[] captured =
                new ContextCarrier.@Nullable Captured[carriers == null ? 0 : carriers.length];
        for (int i = 0; i < captured.length; i++) {
            try {
                captured[i] = Objects.requireNonNull(carriers)[i].capture();
            } catch (Throwable broken) {
                // As of a listener: no call fails for that.
            }
        }
        return new CallerScope(loader, captured, policies.isWatched ? WatchedCall.begin(policies) : null);
    }

    /** Returns the call of which listeners hear, if there is one. */
    static @Nullable WatchedCall watched(@Nullable Object caller) {
        return caller instanceof CallerScope ? ((CallerScope) caller).call : null;
    }

    /**
     * Puts what belongs to the caller's thread in place on this one.
     *
     * @param caller the scope, or only a class loader
     * @return what {@link #leave} takes back, or null
     */
    static @Nullable Object enter(Thread thread, Object caller) {
        if (caller instanceof ClassLoader) {
            return load(thread, (ClassLoader) caller);
        }
        CallerScope scope = (CallerScope) caller;
        @Nullable Object[] undo = new @Nullable Object[scope.captured.length + 1];
        undo[0] = scope.loader == null ? null : load(thread, scope.loader);
        for (int i = 0; i < scope.captured.length; i++) {
            ContextCarrier.Captured each = scope.captured[i];
            try {
                undo[i + 1] = each == null ? null : each.restore();
            } catch (Throwable broken) {
                // As above.
            }
        }
        return undo;
    }

    /** Returns the former class loader, or null where it was the same, or can't be changed. */
    @SuppressWarnings("ReferenceEquality")
    private static @Nullable Object load(Thread thread, ClassLoader loader) {
        try {
            ClassLoader former = thread.getContextClassLoader();
            if (former == loader) {
                return null;
            }
            thread.setContextClassLoader(loader);
            return former == null ? NO_LOADER : former;
        } catch (Throwable forbidden) {
            return null;
        }
    }

    /** Takes back what {@link #enter} has put in place, on the same thread, the last one first. */
    static void leave(Thread thread, Object undo) {
        if (!(undo instanceof Object[])) {
            unload(thread, undo);
            return;
        }
        @Nullable Object[] each = (@Nullable Object[]) undo;
        for (int i = each.length - 1; i > 0; i--) {
            try {
                ContextCarrier.Scope scope = (ContextCarrier.Scope) each[i];
                if (scope != null) {
                    scope.close();
                }
            } catch (Throwable broken) {
                // As above.
            }
        }
        Object former = each[0];
        if (former != null) {
            unload(thread, former);
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private static void unload(Thread thread, Object former) {
        thread.setContextClassLoader(former == NO_LOADER ? null : (ClassLoader) former);
    }
}
