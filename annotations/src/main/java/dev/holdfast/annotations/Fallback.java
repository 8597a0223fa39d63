package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Answers in place of a call that has failed, such as from a cache.
 *
 * <p>Outermost of all policies: it sees the failure that the caller would get after all attempts, rejections of Holdfast's own
 * included. A bad result is none: it goes to the caller as it came. {@code Error}, {@code InterruptedException} and
 * {@code CancellationException} go to the caller too, unless {@link #on} names them or subclasses of theirs. A fallback that
 * fails itself throws its own failure, with the first one {@linkplain Throwable#addSuppressed suppressed}.
 *
 * <p>On a type it holds for every abstract method, inherited ones included. On a method it replaces the type's.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Fallback {

    /**
     * Name of a default or static method of the interface, or of one above it, that answers instead. It has the parameters of
     * the method that it answers for, and may have one more at the end for the failure. There may be several of that name: the
     * one whose last parameter fits the failure most closely is called, and one without it where none fits. Where there is none
     * either, the failure goes to the caller.
     *
     * @return the name; empty, the default, for a second client that is given to the generated class, whose same method answers
     */
    String value() default "";

    /**
     * Failures that the fallback answers for, subclasses included.
     *
     * @return the classes, {@code Exception} by default
     */
    Class<? extends Throwable>[] on() default {Exception.class};

    /**
     * Failures that go to the caller, subclasses included. Wins over {@link #on}.
     *
     * @return the classes, none by default
     */
    Class<? extends Throwable>[] except() default {};
}
