package house;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where a request goes: what Retrofit, Feign and Spring each have of their own. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Get {

    String value() default "";

    String[] headers() default {};

    Class<?>[] converters() default {};

    Class<? extends Throwable> failure() default Exception.class;
}
