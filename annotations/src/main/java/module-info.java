/** Annotations that protect API clients. */
module dev.holdfast.annotations {
    requires static org.jspecify;

    exports dev.holdfast.annotations;
}
