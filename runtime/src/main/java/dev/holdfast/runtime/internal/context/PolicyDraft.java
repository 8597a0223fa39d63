package dev.holdfast.runtime.internal.context;

/**
 * The settings of a policy before it is built, so that overrides can change them. Not thread-safe.
 *
 * @param <P> the policy
 */
public abstract class PolicyDraft<P> implements Cloneable {

    /** Returns the attributes of the annotation with the same settings. */
    public abstract PolicyAttributes attributes();

    /** Sets an attribute, one of {@link PolicyAttributes#settings}, to the value of an override. */
    public abstract void set(String attribute, OverrideValue value);

    /** Builds the policy in a context. */
    public abstract P make(Context context);

    /** Returns the policy that a context shares by its name; policies without names are never shared. */
    public P share(Context context, String usedBy) {
        return make(context);
    }

    /** Sets the name in events and rejections, if the policy has one. */
    public void rename(String name) {}

    /** Returns a copy with the same settings. No field is mutable itself. */
    @SuppressWarnings("unchecked")
    PolicyDraft<P> copy() {
        try {
            return (PolicyDraft<P>) clone();
        } catch (CloneNotSupportedException never) {
            throw new AssertionError(never);
        }
    }
}
