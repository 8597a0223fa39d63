/** Virtual time for the tests of protected clients. */
module dev.holdfast.testing {
    requires static org.jspecify;
    requires transitive dev.holdfast.runtime;

    exports dev.holdfast.testing;
}
