package dev.holdfast.annotations;

/** What the generated class does with default methods. */
public enum DefaultMethods {

    /** Inherits them: their bodies run in the generated class, and the methods that they call are protected. */
    INHERIT,

    /** Forwards them to the delegate, which may have bodies of its own, and protects them like abstract methods. */
    FORWARD
}
