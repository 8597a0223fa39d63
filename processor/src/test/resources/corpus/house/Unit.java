package house;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A type annotation with every kind of value, and more than one at a place. */
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Unit.List.class)
@Target(ElementType.TYPE_USE)
public @interface Unit {

    String METRE = "m\u00e8tre \"$L\" \\ $$ \n\t";

    String value() default METRE;

    char symbol() default '\'';

    byte small() default -1;

    short shorter() default Short.MIN_VALUE;

    int whole() default Integer.MIN_VALUE;

    long big() default Long.MIN_VALUE;

    float rough() default Float.MIN_VALUE;

    double exact() default Double.MAX_VALUE;

    boolean known() default true;

    Kind[] kinds() default {};

    Class<?>[] classes() default {};

    Id id() default @Id;

    /** What is measured. */
    enum Kind {
        LENGTH,
        MASS;
    }

    /** Several. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    @interface List {
        Unit[] value();
    }
}
