package dev.holdfast.annotations;

import java.util.function.Predicate;

/** The default of predicate attributes: no predicate. Never instantiated. */
public final class NoPredicate implements Predicate<Object> {

    private NoPredicate() {}

    /** Always {@code false}. */
    @Override
    public boolean test(Object result) {
        return false;
    }
}
