package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.internal.unit.ClassSet;
import dev.holdfast.runtime.internal.unit.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a policy. Builders and overrides change them, and each policy is built from a copy of its own. Not
 * thread-safe.
 *
 * @param <P> the policy
 */
public abstract class PolicySettings<P> implements Cloneable {

    /** The attribute that removes a policy. */
    static final String ENABLED = "enabled";

    /** The name in events and rejections; null if it is not set, or the policy has none. */
    protected @Nullable String name;

    protected PolicySettings() {}

    /** Returns the simple name of the annotation. */
    protected abstract String annotation();

    /** Returns the attributes that overrides can set, in the order in which messages name them. */
    protected abstract List<String> overridable();

    /** Returns the attributes that overrides can't set: names, and classes, which would need reflection. */
    protected abstract List<String> fixed();

    /** Sets an attribute, one of {@link #overridable}, to the value of an override. */
    protected abstract void set(String attribute, OverrideValue value);

    /** Builds the policy, which may keep these settings: nobody else has them. */
    protected abstract P build(Context context);

    /** Returns the kind of the policy, in messages and as its name by default. */
    protected String kind() {
        return annotation();
    }

    /** Returns the classes in the settings of a shared policy, and holds them weakly from now on. */
    protected ClassSet[] weakClasses() {
        return new ClassSet[0];
    }

    /**
     * Returns the name in events and rejections.
     *
     * @return the name
     */
    public final String name() {
        return name == null ? kind() : name;
    }

    /** Returns a copy. No field is mutable itself. */
    @SuppressWarnings("unchecked")
    protected final PolicySettings<P> copy() {
        try {
            return (PolicySettings<P>) clone();
        } catch (CloneNotSupportedException never) {
            throw new AssertionError(never);
        }
    }

    final P make(Context context) {
        return copy().build(context);
    }

    final P share(Context context, String usedBy) {
        String shared = Settings.sharedName(name);
        PolicySettings<P> own = copy();
        ClassSet[] classes = own.weakClasses();
        P made = own.build(context);
        return context.share(kind(), shared, made, own.toString(), usedBy, classes);
    }
}
