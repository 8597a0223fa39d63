/** The annotations that say how an API client is protected. */
module dev.holdfast.annotations {
    requires static org.jspecify;

    exports dev.holdfast.annotations;
}
