package dev.holdfast.annotations;

import java.util.function.Predicate;

/** Stands for "no predicate" as the default of an annotation attribute. It is never instantiated. */
public final class NoPredicate implements Predicate<Object> {

    private NoPredicate() {}

    /** Always {@code false}. */
    @Override
    public boolean test(Object result) {
        return false;
    }
}
