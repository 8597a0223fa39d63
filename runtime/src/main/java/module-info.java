import org.jspecify.annotations.NullMarked;

/**
 * Circuit breaker, exponential backoff and rate-limit handling that generated clients call. The exported packages are
 * {@code @NullMarked} by themselves, for users without modules.
 */
@NullMarked
module dev.holdfast.runtime {
    requires static org.jspecify;
    requires transitive dev.holdfast.annotations;

    exports dev.holdfast.runtime;
    exports dev.holdfast.runtime.event;
    exports dev.holdfast.runtime.generated;
    exports dev.holdfast.runtime.spi;
}
