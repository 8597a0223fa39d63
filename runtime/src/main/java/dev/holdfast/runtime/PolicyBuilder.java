package dev.holdfast.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What the builders of policies have in common: generated code has them build what the overrides of its client want.
 *
 * @param <P> the policy
 */
abstract class PolicyBuilder<P> implements Cloneable {

    /** The simple name of the annotation with the same settings. */
    abstract String annotation();

    /** Sets what an override says; the attribute is one of {@link OverridableAttributes#ALL}, but not "enabled". */
    abstract void set(String attribute, OverrideValue value);

    /** Builds the policy in a context. */
    abstract P build(Holdfast holdfast);

    /** Returns the policy that a context shares under the name that is set; one of a kind without names is never shared. */
    P share(Holdfast holdfast, String usedBy) {
        return build(holdfast);
    }

    /** Sets the name in events and rejections, if the kind has one. */
    void rename(String name) {}

    /**
     * Builds what is on an interface, for generated code.
     *
     * @param setup the client's
     * @param given the instance to use instead, or null
     * @return the given instance, else a new one, changed as overrides say
     * @throws IllegalArgumentException if an override is wrong
     */
    public final P build(ClientSetup setup, @Nullable P given) {
        return setup.build(this, ClientOverrides.ON_TYPE, null, given);
    }

    /**
     * Builds what is on a method, for generated code.
     *
     * @param setup the client's
     * @param method the method's name
     * @param given the instance to use instead, or null
     * @return the given instance, else a new one, changed as overrides say
     * @throws IllegalArgumentException if an override is wrong
     */
    public final P build(ClientSetup setup, String method, @Nullable P given) {
        return setup.build(this, method, null, given);
    }

    /** The same settings, to be changed apart: all fields hold what is never changed itself. */
    @SuppressWarnings("unchecked")
    PolicyBuilder<P> copy() {
        try {
            return (PolicyBuilder<P>) clone();
        } catch (CloneNotSupportedException never) {
            throw new AssertionError(never);
        }
    }
}
