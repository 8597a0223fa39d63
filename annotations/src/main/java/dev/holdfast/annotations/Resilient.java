package dev.holdfast.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Options of the generated class. Requires at least one policy annotation. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Resilient {

    /**
     * Simple name of the generated class. An asterisk stands for the name of the interface, or of the type in {@link #of}; a nested
     * {@code Outer.Inner} becomes {@code Outer_Inner}. The class is in the package of the annotated interface.
     *
     * @return the name, {@code "Resilient*"} by default
     */
    String className() default "Resilient*";

    /**
     * Whether to generate a nested class {@code Keys}, with the prefixes of the override keys as constants.
     *
     * @return {@code false} by default
     */
    boolean keys() default false;

    /**
     * Interface or class of a library to protect in place of the annotated interface, which then only carries the policies: it is
     * never implemented. The generated class implements the library's interface, and forwards each of its methods, default methods
     * included, to the delegate. A method of the annotated interface sets the policies of the library's method with the same name
     * and parameters.
     *
     * <p>For a class, the generated class has the same public methods, and is no subclass of it. A method that returns the library's
     * class returns the generated one, with the same policies.
     *
     * @return the interface or class, {@code void} by default: the annotated interface itself
     */
    Class<?> of() default void.class;

    /**
     * Types of clients that the library's client hands out, such as that of {@code client.chat()}. A method that returns such
     * a client returns a protected one, with the policies of the annotated interface: they share breakers, limiters and bulkheads.
     * So do the clients that these hand out in turn: those that are named too, or if none is, all. The interface in {@link #of}
     * stands for all that can be reached from it. An interface within the annotated one that extends one of these sets its
     * policies, and so does one that only names one of these, by {@code of}. For a class in {@link #of}, these may be classes too: a method returns a generated class in place of such a one,
     * which is nested in the generated class of the client.
     *
     * @return the interfaces and classes, none by default: clients that a method returns are not protected
     */
    Class<?>[] nested() default {};

    /**
     * Simple name of an interface to generate for a class in {@link #of}: with the methods of the generated class, which implements
     * it, so that tests can implement it too. An asterisk stands for the name of the library's class, as in {@link #className}.
     *
     * @return the name, empty by default: no interface
     */
    String interfaceName() default "";

    /**
     * What becomes of default methods of the annotated interface and those above it. Those of a library in {@link #of} are always
     * forwarded.
     *
     * @return {@link DefaultMethods#INHERIT} by default, with a warning for those that a library declares
     */
    DefaultMethods defaults() default DefaultMethods.INHERIT;

    /**
     * Names of the only methods that the policies of the interface hold for: {@code "get*|list*"}. An asterisk stands for any letters,
     * a bar separates names, and each name must be that of a method. A method with a policy annotation of its own is protected
     * whatever this and {@link #exempt} say. For a class in {@link #of}, the generated class has only these methods, those that
     * {@link #exempt} or the annotated interface names, and those that close the client or return it.
     *
     * @return the names, empty by default: all methods
     */
    String include() default "";

    /**
     * Classes of results: the policies of the interface hold only for methods that return one of these, or that {@link #include}
     * names. A subclass counts, and so does the answer of a {@code CompletionStage}, a {@code Mono} and the like. Each class must
     * be what a method returns.
     *
     * @return the classes, empty by default: all methods
     */
    Class<?>[] includeReturning() default {};

    /**
     * Names of methods that the policies of the interface do not hold for, as {@link Exempt} says of one, written as in
     * {@link #include}.
     *
     * @return the names, none by default
     */
    String exempt() default "";

    /**
     * Classes of results: the policies of the interface do not hold for methods that return one of these, written as in
     * {@link #includeReturning}.
     *
     * @return the classes, none by default
     */
    Class<?>[] exemptReturning() default {};

    /**
     * Names of methods that may be repeated without harm, written as in {@link #include}: no warning says that they send a POST or
     * PATCH again.
     *
     * @return the names, none by default
     */
    String idempotent() default "";

    /**
     * Annotations by which a framework for dependency injection creates the generated class, as a singleton. Its delegate has the
     * qualifier {@code @Named("unprotected")}, in Spring {@code @Qualifier("unprotected")}; a fallback client
     * {@code "fallback"} in place of that.
     *
     * @return {@link Inject#NONE} by default, unless the processor option {@code holdfast.inject} names others
     */
    Inject inject() default Inject.NONE;

    /**
     * A qualifier of your own for the delegate, in place of {@code @Named("unprotected")}.
     *
     * @return the annotation, {@code void} by default: none
     */
    Class<?> qualifier() default void.class;

    /**
     * Whether the framework must supply the context, a {@code dev.holdfast.runtime.Holdfast}. Spring supplies its bean, if there
     * is one, in any case.
     *
     * @return {@code false} by default, unless the processor option {@code holdfast.inject} says otherwise
     */
    boolean injectContext() default false;
}
