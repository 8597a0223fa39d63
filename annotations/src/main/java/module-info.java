/** Annotations that configure the protection of an API client. */
module dev.holdfast.annotations {
    requires static org.jspecify;

    exports dev.holdfast.annotations;
}
