package dev.holdfast.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks generated classes. Kept in class files, unlike {@code javax.annotation.processing.Generated}, so that tools can
 * exclude them: JaCoCo does for any annotation with {@code Generated} in its name.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface HoldfastGenerated {}
