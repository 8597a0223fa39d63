package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.Overrides;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Applies the overrides of one client while it is built. The policies of the interface are built first; a method with
 * keys of its own then gets a policy of its own. After that unchanged, and kept by the client, for {@link Reload}.
 */
public final class ClientOverrides {

    /** In place of a method's name. */
    public static final String ON_TYPE = "";

    private final Context context;
    private final Overrides overrides;
    private final String client;

    /** The number of reloads before these overrides were read. */
    private final int reloads;

    /** All policies there are, also those that the client does not have. */
    private final PolicySettings<?>[] kinds;

    /** The policies that were built here. A user's policy is not among them, and is never changed. */
    private final IdentityHashMap<Object, BuiltPolicy<?>> built = new IdentityHashMap<>();

    /** The annotations of each method, and those of the interface. */
    private final Map<String, Set<String>> annotations = new TreeMap<>();

    /**
     * Creates one.
     *
     * @param overrides those of the context, read after the number of reloads
     */
    private ClientOverrides(
            Context context, int reloads, Overrides overrides, String client, PolicySettings<?>[] kinds) {
        this.context = context;
        this.reloads = reloads;
        this.overrides = overrides;
        this.client = client;
        this.kinds = kinds;
        annotations.put(ON_TYPE, new TreeSet<>());
    }

    /** Returns the overrides of a new client, in a context with overrides. */
    public static ClientOverrides of(Context context, String client, PolicySettings<?>[] kinds) {
        int reloads = context.reloads;
        return new ClientOverrides(context, reloads, Objects.requireNonNull(context.overrides()), client, kinds);
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
        BuiltPolicy<P> policy = new BuiltPolicy<>(settings.copy(), client, method, method.equals(ON_TYPE), usedBy);
        P made = policy.make(context, overrides);
        built.put(made, policy);
        return made;
    }

    @SuppressWarnings("unchecked") // its settings make policies of its type
    public <P> @Nullable P ofMethod(String call, String annotation, P policy) {
        String method = methodOfCall(call);
        recordAnnotation(method, annotation);
        BuiltPolicy<P> known = (BuiltPolicy<P>) built.get(policy);
        if (known == null) {
            return policy;
        }
        if (!known.isEnabled(overrides, method)) {
            known.without.add(method);
            return null;
        }
        BuiltPolicy<P> used = known.onType ? methodPolicy(method, call, known) : known;
        used.methods.add(method);
        return used.policy();
    }

    /** Rejects unknown keys. Called after all is built. */
    public void refuseUnknownKeys() {
        refuseUnknownKeys(overrides);
        Reload.add(context, reloads, overrides, this);
    }

    private void refuseUnknownKeys(Overrides from) {
        new OverrideKeyCheck(client, kinds, annotations).check(from.keys());
    }

    private void recordAnnotation(String method, String annotation) {
        annotations.computeIfAbsent(method, unused -> new TreeSet<>()).add(annotation);
    }

    /** Returns the policy for a method with keys of its own, one for all overloads; otherwise the interface's. */
    private <P> BuiltPolicy<P> methodPolicy(String method, String call, BuiltPolicy<P> known) {
        BuiltPolicy<P> own = known.ofMethods.get(method);
        if (own != null) {
            return own;
        }
        if (!known.hasKeys(overrides, method)) {
            return known;
        }
        PolicySettings<P> annotated = known.annotated.copy();
        if (known.usedBy == null) {
            annotated.name = withoutParameters(call);
        }
        String usedBy = known.usedBy == null ? null : known.usedBy + "#" + method;
        own = new BuiltPolicy<>(annotated, client, method, true, usedBy);
        own.make(context, overrides);
        known.ofMethods.put(method, own);
        return own;
    }

    /** Finds what would change with other overrides. Reads all that are for this client, and so finds every mistake. */
    void plan(Overrides next, Reload reload) {
        refuseUnknownKeys(next);
        for (BuiltPolicy<?> each : built.values()) {
            plan(each, next, reload);
        }
    }

    private static <P> void plan(BuiltPolicy<P> policy, Overrides next, Reload reload) {
        PolicySettings<P> wanted = policy.checked(next);
        PolicySettings<P> inForce = policy.inForce();
        if (inForce != null) {
            wanted.off = reload.isOff(policy.wishes(next, policy.methods));
            reload.change(policy, inForce, wanted);
        }
        reload.refuse(policy.wishes(next, policy.without), false);
        for (String method : policy.methods) {
            if (!method.equals(policy.method) && policy.hasKeys(next, method)) {
                BuiltPolicy<P> own = policy.ofMethod(method);
                reload.refuse(own.place(), wanted, own.checked(next));
            }
        }
        for (BuiltPolicy<P> own : policy.ofMethods.values()) {
            plan(own, next, reload);
        }
    }
}
