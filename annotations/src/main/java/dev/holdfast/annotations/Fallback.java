package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Returns a result in place of a failure, for example from a cache.
 *
 * <p>The fallback is the outermost policy: it gets the failure that the caller would get after all attempts, including Holdfast's
 * own rejections. A bad result is not a failure; the caller gets it unchanged. {@code Error}, {@code InterruptedException} and
 * {@code CancellationException} go to the caller too, unless {@link #on} names them or subclasses of them. If the fallback
 * itself fails, the caller gets its failure, with the original one {@linkplain Throwable#addSuppressed suppressed}.
 *
 * <p>On a type, it applies to every abstract method, including inherited ones. On a method, it replaces the policy of the type.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Fallback {

    /**
     * Name of a default or static method of the interface or a super-interface. The method has the parameters of the protected method, and
     * may have a last parameter for the failure. With several methods of that name, the most specific one for the failure is called;
     * a method without the failure parameter is called if no other matches. If none matches, the caller gets the failure.
     *
     * @return the name; empty, the default, for the same method of a second client, which is passed to the generated class
     */
    String value() default "";

    /**
     * Failures that the fallback handles, including subclasses.
     *
     * @return the classes, {@code Exception} by default
     */
    Class<? extends Throwable>[] on() default {Exception.class};

    /**
     * Failures that go to the caller, including subclasses. Wins over {@link #on}.
     *
     * @return the classes, none by default
     */
    Class<? extends Throwable>[] except() default {};
}
