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

    /** Whether a policy with these settings does nothing, because overrides have removed it from a client that is alive. */
    boolean off;

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
     * Returns the value of an attribute that overrides can set, as text.
     *
     * @param attribute one of {@link #overridable}
     * @return the value as in an override; statuses as ranges in brackets
     */
    protected abstract String get(String attribute);

    /**
     * Returns whether a policy that is in use can take over an attribute's value.
     *
     * @param attribute one of {@link #overridable}
     * @param wanted the settings with the new value
     * @return true if it can
     */
    protected abstract boolean isChangeable(String attribute, PolicySettings<?> wanted);

    /** Rejects settings that contradict each other, and fills in what depends on others. */
    protected void check() {}

    /**
     * Puts these settings in force, as a whole. With a lock held, so it only writes.
     *
     * @param policy was built from such settings
     */
    protected abstract void applyTo(P policy);

    /**
     * Does what follows from new settings that are in force, such as letting calls in. Without a lock, so that other settings may be
     * in force already.
     *
     * @param policy has them
     * @param switched whether the settings switch the policy on or off
     */
    protected void applied(P policy, boolean switched) {}

    /**
     * Builds the policy, which may keep these settings: they are checked, and nobody else has them.
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

    /** Returns whether the policy does nothing. */
    public final boolean isOff() {
        return off;
    }

    /** Returns the policy, of settings from which one was built. */
    final P policy() {
        return Objects.requireNonNull(policy);
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

    /** Returns the text of a duration that may be missing. */
    protected static String durationOrNone(long nanos) {
        return nanos == 0 ? "" : DurationText.of(nanos);
    }

    final P make(Context context) {
        return copy().checkAndBuild(context);
    }

    private P checkAndBuild(Context context) {
        check();
        return build(context);
    }

    /** Builds the policy of one client, which the context lists if it has a state to look at; returns its settings. */
    final PolicySettings<P> make(Context context, String client, String method) {
        PolicySettings<P> own = copy();
        own.policy = own.checkAndBuild(context);
        if (!kind().equals(annotation())) {
            own.user = method.equals(ClientOverrides.ON_TYPE) ? client : client + "#" + method;
            context.list(own);
        }
        return own;
    }

    /**
     * Returns the policy that the context shares by its name.
     *
     * @param applied the overrides in these settings, for the message about different settings; empty for none
     * @param built how to read the overrides again; null for settings by hand
     */
    final P share(Context context, String user, String applied, @Nullable BuiltPolicy<P> built) {
        String shared = name;
        if (shared == null) {
            throw new IllegalArgumentException("name is not set, must be given to share an instance");
        }
        PolicySettings<P> own = copy();
        ClassSet[] classes = own.weakClasses();
        own.user = Objects.requireNonNull(user, "usedBy");
        own.policy = own.checkAndBuild(context);
        return context.share(own, kind() + " " + shared, applied, built, classes);
    }
}
