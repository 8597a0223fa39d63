package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.Overrides;
import dev.holdfast.runtime.event.ReloadResult;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What other overrides would change in a context. All of it is found out first, without a lock, for it reads the user's overrides.
 * Then it is put in force, unless another reload was faster.
 */
final class Reload {

    private final Set<String> changed = new TreeSet<>();
    private final Set<String> refused = new TreeSet<>();
    private final List<Change<?>> changes = new ArrayList<>();

    private Reload() {}

    /**
     * Reads overrides for all that lives in a context, and puts them in force.
     *
     * @param given in place of the context's; null for those
     */
    static ReloadResult run(Context context, @Nullable Overrides given) {
        while (true) {
            int reloads = context.reloads;
            Overrides next = given == null ? context.overrides() : given;
            if (next == null || context.overrides() == null) {
                throw new IllegalStateException(
                        "The context was built without overrides, so its clients don't look for any;"
                                + " give them to Holdfast.builder(), where they may be empty");
            }
            Reload reload = new Reload();
            for (Reference<?> each : Registry.listed(context)) {
                Object client = each.get();
                if (client instanceof ClientOverrides) {
                    ((ClientOverrides) client).plan(next, reload);
                }
            }
            if (reload.finish(context, reloads, next, null)) {
                return new ReloadResult(new ArrayList<>(reload.changed), new ArrayList<>(reload.refused));
            }
        }
    }

    /**
     * Adds a new client to a context, which reloads change from now on for as long as somebody holds it.
     *
     * @param known the number of reloads when it read its overrides
     */
    static void add(Context context, int known, Overrides built, ClientOverrides client) {
        synchronized (context.named) {
            if (context.reloads == known) {
                context.keep(client);
                return;
            }
        }
        catchUp(context, built, client);
    }

    /** Adds a client after a reload while it was being built, or one that wants what other users do not. */
    private static void catchUp(Context context, Overrides built, ClientOverrides client) {
        boolean done = false;
        while (!done) {
            int reloads = context.reloads;
            Overrides next = context.overrides();
            Reload reload = new Reload();
            client.plan(next == null ? built : next, reload);
            done = reload.finish(context, reloads, next == null ? built : next, client);
        }
    }

    private boolean finish(Context context, int reloads, Overrides next, @Nullable ClientOverrides added) {
        for (Shared<?> each : context.named.values()) {
            if (!each.isGone()) {
                each.plan(next, this);
            }
        }
        boolean done = apply(context, reloads, next, added);
        if (done) {
            for (Change<?> each : changes) {
                each.follow();
            }
        }
        return done;
    }

    /** Puts all in force; returns false if there was another reload meanwhile, and nothing was done. */
    private boolean apply(Context context, int reloads, Overrides next, @Nullable ClientOverrides added) {
        synchronized (context.named) {
            if (context.reloads != reloads) {
                return false;
            }
            // First the overrides, for others read them after the number.
            context.overrides = next;
            context.reloads = reloads + 1;
            for (Change<?> each : changes) {
                each.apply();
            }
            if (added != null) {
                context.keep(added);
            }
            return true;
        }
    }

    <P> void change(BuiltPolicy<P> built, PolicySettings<P> inForce, PolicySettings<P> wanted) {
        PolicySettings<P> next = next(built.place(), inForce, wanted);
        if (!next.equals(inForce)) {
            changes.add(new Change<>(built, null, inForce, next, wanted));
        }
    }

    <P> void change(Shared<P> shared, String place, PolicySettings<P> inForce, PolicySettings<P> wanted) {
        changes.add(new Change<>(null, shared, inForce, next(place, inForce, wanted), wanted));
    }

    /** Returns whether a policy is to do nothing: if none of its methods is to have it. Otherwise all of them keep it. */
    boolean isOff(Map<String, Boolean> wishes) {
        boolean off = !wishes.isEmpty() && !wishes.containsValue(true);
        refuse(wishes, !off);
        return off;
    }

    /** Refuses what methods can't have, or can't do without. */
    void refuse(Map<String, Boolean> wishes, boolean inForce) {
        for (Map.Entry<String, Boolean> each : wishes.entrySet()) {
            if (each.getValue() != inForce) {
                refuse(each.getKey(), String.valueOf(inForce), String.valueOf(!inForce));
            }
        }
    }

    /** Returns the settings in force with those changes that are possible. */
    private <P> PolicySettings<P> next(String place, PolicySettings<P> inForce, PolicySettings<P> wanted) {
        List<String> possible = new ArrayList<>();
        for (String attribute : differences(inForce, wanted)) {
            if (inForce.isChangeable(attribute, wanted)) {
                possible.add(attribute);
            } else {
                refuse(place + attribute, inForce.get(attribute), wanted.get(attribute));
            }
        }
        boolean switched = wanted.off != inForce.off;
        if (possible.isEmpty() && !switched) {
            return inForce;
        }
        if (switched) {
            changed.add(line(place + PolicySettings.ENABLED, String.valueOf(wanted.off), String.valueOf(inForce.off)));
        }
        PolicySettings<P> next = inForce.copy();
        boolean fits = true;
        try {
            for (String attribute : possible) {
                next.set(attribute, new OverrideValue(place + attribute, wanted.get(attribute)));
            }
            next.check();
        } catch (IllegalArgumentException contradiction) {
            // Together with what can't be changed.
            fits = false;
        }
        for (String attribute : possible) {
            String before = inForce.get(attribute);
            String after = wanted.get(attribute);
            if (fits) {
                changed.add(line(place + attribute, before, after));
            } else {
                refuse(place + attribute, before, after);
            }
        }
        next = fits ? next : inForce.copy();
        next.off = wanted.off;
        return next;
    }

    private static List<String> differences(PolicySettings<?> one, PolicySettings<?> other) {
        List<String> different = new ArrayList<>();
        for (String attribute : one.overridable()) {
            if (!one.get(attribute).equals(other.get(attribute))) {
                different.add(attribute);
            }
        }
        return different;
    }

    /** Refuses what a method can't have, because it has the interface's policy. */
    void refuse(String place, PolicySettings<?> ofInterface, PolicySettings<?> wanted) {
        for (String attribute : differences(ofInterface, wanted)) {
            refuse(place + attribute, ofInterface.get(attribute), wanted.get(attribute));
        }
    }

    void refuse(String key, String before, String after) {
        refused.add(line(key, before, after));
    }

    private static String line(String key, String before, String after) {
        return key + ": " + textOf(before) + " -> " + textOf(after);
    }

    private static String textOf(String value) {
        return value.isEmpty() ? "\"\"" : value;
    }

    /** New settings of one policy. */
    private static final class Change<P> {

        private final @Nullable BuiltPolicy<P> built;
        private final @Nullable Shared<P> shared;
        private final PolicySettings<P> next;
        private final PolicySettings<P> wanted;
        private final boolean switched;

        Change(
                @Nullable BuiltPolicy<P> built,
                @Nullable Shared<P> shared,
                PolicySettings<P> inForce,
                PolicySettings<P> next,
                PolicySettings<P> wanted) {
            this.built = built;
            this.shared = shared;
            this.next = next;
            this.wanted = wanted;
            this.switched = next.off != inForce.off;
        }

        void apply() {
            next.applyTo(next.policy());
            if (built != null) {
                built.inForce(next);
            }
            if (shared != null) {
                shared.settings(next, wanted);
            }
        }

        void follow() {
            next.applied(next.policy(), switched);
        }
    }
}
