package dev.holdfast.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * A nested class to be written that is a call of Retrofit's, under policies.
 *
 * @param name the nested class
 * @param call what it implements, with one type parameter
 * @param response what such a call brings, with the same
 * @param callback where it tells that, with the same
 * @param accessors methods that only ask the delegate's call
 */
public record CallModel(
        ClassName name, ClassName call, ClassName response, ClassName callback, List<Accessor> accessors) {

    public CallModel {
        accessors = List.copyOf(accessors);
    }

    /** A method without parameters. */
    public record Accessor(String name, TypeName returns) {}
}
