package dev.holdfast.benchmarks.call;

/** How many clients the JVM has loaded and called. */
public enum Load {
    /** The one that is measured: every call site has seen one class. */
    ONE,
    /** One of each kind that the library can make, over delegates of several classes, as in an application. */
    MANY
}
