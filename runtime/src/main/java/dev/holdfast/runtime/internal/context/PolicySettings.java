package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.internal.unit.ClassSet;
import dev.holdfast.runtime.internal.unit.DurationText;
import java.util.List;
import java.util.Objects;
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

    /** The first user of the policy that was built from these settings; null before, and where nobody can list it. */
    @Nullable
    String user;

    /** The policy that was built from these settings, and keeps them; null before. */
    @Nullable
    P policy;

    protected PolicySettings() {}

    /**
     * Returns the simple name of the annotation.
     *
     * @return the name
     */
    protected abstract String annotation();

    /**
     * Returns the attributes that overrides can set.
     *
     * @return their names, in the order of messages
     */
    protected abstract List<String> overridable();

    /**
     * Returns the attributes that overrides can't set: names, and classes, which would need reflection.
     *
     * @return their names
     */
    protected abstract List<String> fixed();

    /**
     * Sets an attribute to the value of an override.
     *
     * @param attribute one of {@link #overridable}
     * @param value the value, as text
     */
    protected abstract void set(String attribute, OverrideValue value);

    /**
     * Builds the policy, which may keep these settings: nobody else has them.
     *
     * @param context supplies the clock, the events and others
     * @return the policy
     */
    protected abstract P build(Context context);

    /**
     * Returns the kind of the policy, for messages and as the default of its name.
     *
     * @return the kind
     */
    protected String kind() {
        return annotation();
    }

    /**
     * Returns the classes in the settings of a shared policy, and holds them weakly from now on.
     *
     * @return the classes; none by default
     */
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

    /** Returns the first user, of settings with one. */
    final String user() {
        return Objects.requireNonNull(user);
    }

    /** Returns a name, which must not be empty. */
    public static String checkedName(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("name is empty, must be given");
        }
        return name;
    }

    /** Rejects a duration that is shorter than another one. */
    protected static void atLeast(String setting, long nanos, String other, long otherNanos) {
        if (nanos < otherNanos) {
            throw new IllegalArgumentException(setting + " is " + DurationText.of(nanos) + ", must be at least " + other
                    + ", which is " + DurationText.of(otherNanos));
        }
    }

    /**
     * Returns a copy. No field is mutable itself.
     *
     * @return the copy
     */
    @SuppressWarnings("unchecked")
    protected final PolicySettings<P> copy() {
        try {
            return (PolicySettings<P>) clone();
        } catch (Exception never) { // not the exact class, which the JVM would load with this one
            throw new Error(never);
        }
    }

    final P make(Context context) {
        return copy().build(context);
    }

    /** Builds the policy of one client, which the context lists if it has a state to look at. */
    final P make(Context context, String client, String method) {
        PolicySettings<P> own = copy();
        P made = own.build(context);
        if (!kind().equals(annotation())) {
            own.user = method.equals(ClientOverrides.ON_TYPE) ? client : client + "#" + method;
            own.policy = made;
            context.list(own);
        }
        return made;
    }

    /**
     * Returns the policy that the context shares by its name.
     *
     * @param applied the overrides in these settings, for the message about different settings; empty for none
     */
    final P share(Context context, String user, String applied) {
        String shared = name;
        if (shared == null) {
            throw new IllegalArgumentException("name is not set, must be given to share an instance");
        }
        PolicySettings<P> own = copy();
        ClassSet[] classes = own.weakClasses();
        own.user = Objects.requireNonNull(user, "usedBy");
        own.policy = own.build(context);
        return context.share(own, kind() + " " + shared, applied, classes);
    }
}
