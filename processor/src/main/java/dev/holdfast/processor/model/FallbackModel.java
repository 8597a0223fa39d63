package dev.holdfast.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What answers for a method that has failed.
 *
 * @param name the name of the methods that answer; null where the same method of a second client does
 * @param overloads the methods of that name, the most specific first; the last one takes whatever is left
 * @param taken the exceptions that they take; empty where they take all that the annotation covers
 */
public record FallbackModel(@Nullable String name, List<Overload> overloads, List<TypeName> taken) {

    /** A second client, given to the constructor. */
    public static final FallbackModel CLIENT = new FallbackModel(null, List.of(), List.of());

    /** Whether there are failures that what answers is not given. */
    public boolean leavesFailures() {
        return name == null || overloads.stream().anyMatch(each -> each.exception() == null);
    }

    public FallbackModel {
        overloads = List.copyOf(overloads);
        taken = List.copyOf(taken);
    }

    /**
     * One of the methods that answer.
     *
     * @param owner the interface that a static method is called on; null for a method of the client itself
     * @param receiver what the client must be taken for, because a call on it may mean several methods; or null
     * @param generic whether it has type variables
     * @param typeArguments what these stand for; empty where they are those of the method that it answers for
     * @param exception the failures that it takes; null where it takes none
     * @param suspends whether it is a suspend function
     * @param nothing whether it returns nothing
     */
    public record Overload(
            @Nullable ClassName owner,
            @Nullable TypeName receiver,
            boolean generic,
            List<TypeName> typeArguments,
            @Nullable TypeName exception,
            boolean suspends,
            boolean nothing) {

        public Overload {
            typeArguments = List.copyOf(typeArguments);
        }
    }
}
