package dev.holdfast.annotations;

/** Annotations on a generated class by which a framework for dependency injection creates it. */
public enum Inject {
    /** None. */
    NONE,

    /** Those of the package {@code jakarta.inject}: Guice 7, Dagger, CDI, Micronaut, Avaje. */
    JAKARTA,

    /** Those of the package {@code javax.inject}: Guice up to 6, and earlier versions of the others. */
    JAVAX,

    /** Those of Spring. */
    SPRING
}
