package nested;

import dev.holdfast.annotations.Backoff;

/** An annotation type with a client in it. */
public @interface InAnnotation {

    String name() default "";

    /** Takes the annotation. */
    @Backoff(baseDelay = "1ms")
    interface Client {
        InAnnotation read(InAnnotation annotation, Class<? extends java.lang.annotation.Annotation> type);
    }
}
