package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Answers for a failed call, for example from a cache.
 *
 * <p>Outermost of all policies: it handles the failure that the caller would get after all attempts, including
 * rejections by Holdfast. A bad result is no failure, and goes to the caller unchanged. {@code Error},
 * {@code InterruptedException} and {@code CancellationException} go to the caller, unless {@link #on} names them or
 * their subclasses. If the fallback fails too, its exception is thrown, with the first failure
 * {@linkplain Throwable#addSuppressed suppressed}.
 *
 * <p>On a type it applies to every abstract method, including inherited ones. On a method it replaces the type's.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Fallback {

    /**
     * Name of the fallback method: a default or static method of the interface or a super-interface, with the
     * parameters of the failed method and optionally one more for the failure. Of several overloads, the one whose last
     * parameter matches the failure most closely is called, or else the one without it. Without either, the failure
     * goes to the caller.
     *
     * @return the name; empty, the default, for the same method of a second client, which is passed to the generated
     *     class
     */
    String value() default "";

    /**
     * Failures that the fallback handles, with their subclasses.
     *
     * @return the classes, {@code Exception} by default
     */
    Class<? extends Throwable>[] on() default {Exception.class};

    /**
     * Failures that go to the caller, with their subclasses. Takes precedence over {@link #on}.
     *
     * @return the classes, none by default
     */
    Class<? extends Throwable>[] except() default {};
}
