package dev.holdfast.annotations;

import java.util.function.Predicate;

/** Default of a predicate attribute: no predicate. Never instantiated. */
public final class NoPredicate implements Predicate<Object> {

    private NoPredicate() {}

    /** Returns {@code false}. */
    @Override
    public boolean test(Object result) {
        return false;
    }
}
