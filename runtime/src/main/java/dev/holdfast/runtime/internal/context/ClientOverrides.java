package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.Overrides;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Applies the overrides of one client while it is built. The policies of the interface are built first; a method with
 * keys of its own then gets a policy of its own.
 */
public final class ClientOverrides {

    /** In place of a method's name. */
    public static final String ON_TYPE = "";

    private final Context context;
    private final Overrides overrides;
    private final String client;

    /** All policies there are, also those that the client does not have. */
    private final PolicySettings<?>[] kinds;

    /** The policies that were built here. A user's policy is not among them, and is never changed. */
    private final IdentityHashMap<Object, BuiltPolicy<?>> built = new IdentityHashMap<>();

    /** The annotations of each method, and those of the interface. */
    private final Map<String, Set<String>> annotations = new TreeMap<>();

    public ClientOverrides(Context context, Overrides overrides, String client, PolicySettings<?>[] kinds) {
        this.context = context;
        this.overrides = overrides;
        this.client = client;
        this.kinds = kinds;
        annotations.put(ON_TYPE, new TreeSet<>());
    }

    /** Returns the method in {@code com.acme.Client#method} or {@code #Part#method}; {@link #ON_TYPE} without one. */
    public static String methodOfUser(String usedBy) {
        int before = usedBy.indexOf('#');
        return before < 0 ? ON_TYPE : usedBy.substring(before + 1);
    }

    /** Returns the method in {@code Client.method(Type)} or {@code Client.Part#method(Type)}. */
    private static String methodOfCall(String call) {
        String path = withoutParameters(call);
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String withoutParameters(String place) {
        int parameters = place.indexOf('(');
        return parameters < 0 ? place : place.substring(0, parameters);
    }

    public <P> P build(PolicySettings<P> settings, String method, @Nullable String usedBy, @Nullable P given) {
        recordAnnotation(method, settings.annotation());
        if (given != null) {
            return given;
        }
        List<OverrideValue> applied = new ArrayList<>();
        apply("", settings, applied);
        apply(prefix(method), settings, applied);
        P policy = make(settings, method, usedBy, applied);
        built.put(policy, new BuiltPolicy<>(settings, method.equals(ON_TYPE), usedBy, applied));
        return policy;
    }

    @SuppressWarnings("unchecked") // its settings make policies of its type
    public <P> @Nullable P ofMethod(String call, String annotation, P policy) {
        String method = methodOfCall(call);
        recordAnnotation(method, annotation);
        BuiltPolicy<P> known = (BuiltPolicy<P>) built.get(policy);
        if (known == null) {
            return policy;
        }
        if (!isEnabled(method, annotation)) {
            return null;
        }
        return known.onType ? methodPolicy(method, call, policy, known) : policy;
    }

    public void refuseUnknownKeys() {
        new OverrideKeyCheck(client, kinds, annotations).check(overrides.keys());
    }

    private void recordAnnotation(String method, String annotation) {
        annotations.computeIfAbsent(method, unused -> new TreeSet<>()).add(annotation);
    }

    private String prefix(String method) {
        return method.equals(ON_TYPE) ? client + "/" : client + "/" + method + "/";
    }

    private boolean isEnabled(String method, String annotation) {
        String attribute = annotation + "/" + PolicySettings.ENABLED;
        for (String prefix : new String[] {prefix(method), prefix(ON_TYPE), ""}) {
            OverrideValue value = value(prefix + attribute);
            if (value != null) {
                try {
                    return value.bool();
                } catch (IllegalArgumentException wrong) {
                    throw refused(value, wrong);
                }
            }
        }
        return true;
    }

    /** Returns the policy for a method with keys of its own, one for all overloads; otherwise the interface's. */
    private <P> P methodPolicy(String method, String call, P policy, BuiltPolicy<P> known) {
        P own = known.ofMethods.get(method);
        if (own != null) {
            return own;
        }
        PolicySettings<P> settings = known.settings.copy();
        List<OverrideValue> applied = new ArrayList<>(known.applied);
        apply(prefix(method), settings, applied);
        if (applied.size() == known.applied.size()) {
            return policy;
        }
        if (known.usedBy == null) {
            settings.name = withoutParameters(call);
        }
        own = make(settings, method, known.usedBy == null ? null : known.usedBy + "#" + method, applied);
        known.ofMethods.put(method, own);
        return own;
    }

    private void apply(String prefix, PolicySettings<?> settings, List<OverrideValue> applied) {
        for (String attribute : settings.overridable()) {
            OverrideValue value = value(prefix + settings.annotation() + "/" + attribute);
            if (value != null) {
                set(settings, attribute, value);
                applied.add(value);
            }
        }
        for (String attribute : settings.fixed()) {
            OverrideValue value = value(prefix + settings.annotation() + "/" + attribute);
            if (value != null) {
                throw refused(value, new IllegalArgumentException(OverrideKeyCheck.FIXED));
            }
        }
    }

    private static void set(PolicySettings<?> settings, String attribute, OverrideValue value) {
        try {
            settings.set(attribute, value);
        } catch (IllegalArgumentException wrong) {
            throw refused(value, wrong);
        }
    }

    private <P> P make(
            PolicySettings<P> settings, String method, @Nullable String usedBy, List<OverrideValue> applied) {
        try {
            return usedBy == null
                    ? settings.make(context, client, method)
                    : settings.share(context, usedBy, applied.isEmpty() ? "" : " with " + applied);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "Overrides " + applied + " don't fit @" + settings.annotation() + " of " + client + ": "
                            + wrong.getMessage(),
                    wrong);
        }
    }

    private @Nullable OverrideValue value(String key) {
        String text = overrides.get(key);
        return text == null ? null : new OverrideValue(key, text);
    }

    private static IllegalArgumentException refused(OverrideValue value, IllegalArgumentException why) {
        return new IllegalArgumentException("Override " + value + ": " + why.getMessage(), why);
    }

    /** A policy that was built here, with its settings. */
    private static final class BuiltPolicy<P> {

        final PolicySettings<P> settings;
        final boolean onType;
        final @Nullable String usedBy;
        final List<OverrideValue> applied;
        final Map<String, P> ofMethods = new HashMap<>();

        BuiltPolicy(PolicySettings<P> settings, boolean onType, @Nullable String usedBy, List<OverrideValue> applied) {
            this.settings = settings;
            this.onType = onType;
            this.usedBy = usedBy;
            this.applied = applied;
        }
    }
}
