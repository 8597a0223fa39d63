/** Circuit breaker, exponential backoff and rate-limit handling that generated clients call. */
module dev.holdfast.runtime {
    requires static org.jspecify;
    requires transitive dev.holdfast.annotations;

    exports dev.holdfast.runtime;
    exports dev.holdfast.runtime.event;
    exports dev.holdfast.runtime.generated;
    exports dev.holdfast.runtime.spi;
}
