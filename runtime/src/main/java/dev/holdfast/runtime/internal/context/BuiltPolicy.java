package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.Overrides;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/** A policy that was built from an annotation and overrides, with all that is needed to read the overrides again. */
final class BuiltPolicy<P> {

    /** As the annotation says. Never changed. */
    final PolicySettings<P> annotated;

    final String client;

    /** The method; {@link ClientOverrides#ON_TYPE} for the interface. */
    final String method;

    /** Whether keys of the interface are for it too, because the annotation is there. */
    final boolean onType;

    /** The user of a named policy; null for one without a name. */
    final @Nullable String usedBy;

    /** The policies of methods with keys of their own. */
    final Map<String, BuiltPolicy<P>> ofMethods = new HashMap<>();

    /** The methods that have this policy itself, by keys of overrides. Reloads may read them while a client is built. */
    final Set<String> methods;

    /** The methods without it, by overrides when the client was built. */
    final Set<String> without = new TreeSet<>();

    private @Nullable P policy;

    /** The settings in force; null for a named policy, whose users share them. Replaced with the context locked. */
    private @Nullable PolicySettings<P> inForce;

    BuiltPolicy(PolicySettings<P> annotated, String client, String method, boolean onType, @Nullable String usedBy) {
        this(annotated, client, method, onType, usedBy, new ConcurrentSkipListSet<>());
    }

    private BuiltPolicy(
            PolicySettings<P> annotated,
            String client,
            String method,
            boolean onType,
            @Nullable String usedBy,
            Set<String> methods) {
        this.methods = methods;
        this.annotated = annotated;
        this.client = client;
        this.method = method;
        this.onType = onType;
        this.usedBy = usedBy;
    }

    /** Builds the policy, or finds the named one, with the settings that overrides make of the annotation. */
    P make(Context context, Overrides overrides) {
        List<OverrideValue> applied = new ArrayList<>();
        PolicySettings<P> settings = settings(overrides, applied);
        P made;
        try {
            if (usedBy == null) {
                inForce = settings.make(context, client, method);
                made = inForce.policy();
            } else {
                made = settings.share(context, usedBy, applied.isEmpty() ? "" : " with " + applied, weak());
            }
        } catch (IllegalArgumentException wrong) {
            throw contradiction(applied, wrong);
        }
        policy = made;
        return made;
    }

    P policy() {
        return Objects.requireNonNull(policy);
    }

    @Nullable
    PolicySettings<P> inForce() {
        return inForce;
    }

    void inForce(PolicySettings<P> settings) {
        inForce = settings;
    }

    /** Returns the beginning of its keys. */
    String place() {
        return prefix(client, method) + annotated.annotation() + "/";
    }

    /** Returns the policy that a method would have with keys of its own. */
    BuiltPolicy<P> ofMethod(String other) {
        return new BuiltPolicy<>(annotated, client, other, true, null);
    }

    /** Returns the same for a named policy's users, which must not keep classes alive. */
    private BuiltPolicy<P> weak() {
        PolicySettings<P> copy = annotated.copy();
        copy.weakClasses();
        return new BuiltPolicy<>(copy, client, method, onType, usedBy, methods);
    }

    /** Returns the first part of keys: {@code com.acme.Client/method/}. */
    static String prefix(String client, String method) {
        return method.equals(ClientOverrides.ON_TYPE) ? client + "/" : client + "/" + method + "/";
    }

    /**
     * Returns the settings of this policy.
     *
     * @param applied receives the overrides in them
     */
    private PolicySettings<P> settings(Overrides overrides, List<OverrideValue> applied) {
        PolicySettings<P> settings = annotated.copy();
        apply(overrides, "", settings, applied);
        if (onType) {
            apply(overrides, prefix(client, ClientOverrides.ON_TYPE), settings, applied);
        }
        if (!method.equals(ClientOverrides.ON_TYPE)) {
            apply(overrides, prefix(client, method), settings, applied);
        }
        return settings;
    }

    /** The same, without contradictions. */
    PolicySettings<P> checked(Overrides overrides) {
        List<OverrideValue> applied = new ArrayList<>();
        PolicySettings<P> settings = settings(overrides, applied);
        try {
            settings.check();
        } catch (IllegalArgumentException wrong) {
            throw contradiction(applied, wrong);
        }
        return settings;
    }

    /** Returns whether a method has keys of its own. */
    boolean hasKeys(Overrides overrides, String other) {
        List<OverrideValue> applied = new ArrayList<>();
        apply(overrides, prefix(client, other), annotated.copy(), applied);
        return !applied.isEmpty();
    }

    /** Returns whether some of its methods are to have it, by key. */
    Map<String, Boolean> wishes(Overrides overrides, Set<String> some) {
        Map<String, Boolean> wishes = new TreeMap<>();
        for (String each : some) {
            wishes.put(prefix(client, each) + enabledKey(), isEnabled(overrides, each));
        }
        return wishes;
    }

    private String enabledKey() {
        return annotated.annotation() + "/" + PolicySettings.ENABLED;
    }

    /** Returns whether a method is to have it. The most specific key decides. */
    boolean isEnabled(Overrides overrides, String of) {
        String attribute = enabledKey();
        for (String prefix : new String[] {prefix(client, of), prefix(client, ClientOverrides.ON_TYPE), ""}) {
            OverrideValue value = OverrideValue.of(overrides, prefix + attribute);
            if (value != null) {
                try {
                    return value.bool();
                } catch (IllegalArgumentException wrong) {
                    throw value.refused(wrong);
                }
            }
        }
        return true;
    }

    private IllegalArgumentException contradiction(List<OverrideValue> applied, IllegalArgumentException why) {
        return new IllegalArgumentException(
                "Overrides " + applied + " don't fit @" + annotated.annotation() + " of " + client + ": "
                        + why.getMessage(),
                why);
    }

    private static void apply(
            Overrides overrides, String prefix, PolicySettings<?> settings, List<OverrideValue> applied) {
        for (String attribute : settings.overridable()) {
            OverrideValue value = OverrideValue.of(overrides, prefix + settings.annotation() + "/" + attribute);
            if (value != null) {
                try {
                    settings.set(attribute, value);
                } catch (IllegalArgumentException wrong) {
                    throw value.refused(wrong);
                }
                applied.add(value);
            }
        }
        for (String attribute : settings.fixed()) {
            OverrideValue value = OverrideValue.of(overrides, prefix + settings.annotation() + "/" + attribute);
            if (value != null) {
                throw value.refused(new IllegalArgumentException(OverrideKeyCheck.FIXED));
            }
        }
    }
}
