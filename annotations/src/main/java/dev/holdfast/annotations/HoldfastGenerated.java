package dev.holdfast.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the classes that Holdfast generates. Unlike {@code javax.annotation.processing.Generated}, it is kept in class files, so
 * tools can skip generated classes. For example, JaCoCo skips classes with any annotation whose name contains {@code Generated}.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface HoldfastGenerated {}
