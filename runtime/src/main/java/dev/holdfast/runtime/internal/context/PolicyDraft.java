package dev.holdfast.runtime.internal.context;

/**
 * Settings of a policy that is not built yet: overrides change them before a context builds the policy. Not thread-safe.
 *
 * @param <P> the policy
 */
public abstract class PolicyDraft<P> implements Cloneable {

    /** Returns the simple name of the annotation with the same settings. */
    public abstract String annotation();

    /** Sets what an override says; the attribute is one of its annotation in {@link OverridableAttributes#ALL}, but not "enabled". */
    public abstract void set(String attribute, OverrideValue value);

    /** Builds the policy in a context. */
    public abstract P make(Context context);

    /** Returns the policy that a context shares under the name that is set; a kind without names is never shared. */
    public P share(Context context, String usedBy) {
        return make(context);
    }

    /** Sets the name in events and rejections, if the kind has one. */
    public void rename(String name) {}

    /** Returns a copy with the same settings: no field holds anything that changes itself. */
    @SuppressWarnings("unchecked")
    public PolicyDraft<P> copy() {
        try {
            return (PolicyDraft<P>) clone();
        } catch (CloneNotSupportedException never) {
            throw new AssertionError(never);
        }
    }
}
