package dev.holdfast.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the classes that Holdfast writes. Kept in class files, unlike {@code javax.annotation.processing.Generated}, so that
 * tools which work on these can leave generated classes out: JaCoCo does for any annotation whose name contains
 * {@code Generated}.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface HoldfastGenerated {}
