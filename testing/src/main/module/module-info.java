/** Virtual time, a script for delegates, a recorder and an extension of JUnit, for the tests of protected clients. */
module dev.holdfast.testing {
    requires static org.jspecify;
    requires static org.junit.jupiter.api;
    requires static transitive java.net.http;
    requires transitive dev.holdfast.runtime;

    exports dev.holdfast.testing;
}
