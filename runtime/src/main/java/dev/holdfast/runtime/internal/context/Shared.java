package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.Overrides;
import dev.holdfast.runtime.internal.unit.ClassSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A named instance, with its settings and users for the message about different settings. It is kept as long as the context, even
 * without clients, so that an open breaker stays open. It keeps its classes weakly: once they are unloaded with their clients, the
 * name is free again.
 */
final class Shared<P> {

    /** The first settings, with the instance. */
    private final PolicySettings<P> made;

    /** The overrides in the first user's settings. */
    private final String applied;

    private final ClassSet[] classes;

    /** All users, the first one first, with how to read their overrides again; null for those by hand. Replaced with this locked. */
    private volatile Map<String, @Nullable BuiltPolicy<P>> users;

    /** The settings in force. Replaced with the context locked. */
    private volatile PolicySettings<P> inForce;

    /** What the users' settings say, even where that could not be put in force. Replaced with the context locked. */
    private volatile String settings;

    Shared(PolicySettings<P> made, String applied, @Nullable BuiltPolicy<P> built, ClassSet... classes) {
        this.made = made;
        this.inForce = made;
        this.settings = made.toString();
        this.applied = applied;
        this.classes = classes;
        this.users = Collections.singletonMap(made.user(), built);
    }

    PolicySettings<P> made() {
        return made;
    }

    P instance() {
        return made.policy();
    }

    List<String> users() {
        return new ArrayList<>(users.keySet());
    }

    /** Returns this instance, which has the user of another one too now. */
    P join(Shared<P> other, Context context) {
        synchronized (this) {
            Map<String, @Nullable BuiltPolicy<P>> more = new LinkedHashMap<>(users);
            String user = other.made.user();
            BuiltPolicy<P> built = other.users.get(user);
            BuiltPolicy<P> before = more.put(user, built);
            if (before != null && built != null) {
                // Another client of the same kind may be alive.
                built.methods.addAll(before.methods);
            }
            users = more;
        }
        if (isOff()) {
            synchronized (context.named) {
                // The new user may want it, which a client finds out after a reload.
                context.reloads++;
            }
        }
        return instance();
    }

    /** Finds what would change with other overrides. */
    void plan(Overrides next, Reload reload) {
        BuiltPolicy<P> first = null;
        PolicySettings<P> wanted = null;
        String text = null;
        String firstUser = "";
        Map<String, Boolean> wishes = new TreeMap<>();
        for (Map.Entry<String, @Nullable BuiltPolicy<P>> each : users.entrySet()) {
            BuiltPolicy<P> built = each.getValue();
            PolicySettings<P> own = built == null ? null : built.checked(next);
            String ownText = own == null ? settings : own.toString();
            if (text != null && !text.equals(ownText)) {
                throw contradiction(firstUser, text, each.getKey(), ownText);
            }
            if (built == null) {
                wishes.put(each.getKey(), true);
            } else {
                wishes.putAll(built.wishes(next, built.methods));
            }
            if (text == null) {
                text = ownText;
                firstUser = each.getKey();
            }
            if (first == null) {
                first = built;
                wanted = own;
            }
        }
        if (first != null && wanted != null) {
            wanted.off = reload.isOff(wishes);
            reload.change(this, first.place(), inForce, wanted);
        }
    }

    /**
     * Notes new settings.
     *
     * @param next what is in force now
     * @param wanted what the users' settings say
     */
    void settings(PolicySettings<P> next, PolicySettings<P> wanted) {
        inForce = next;
        settings = wanted.toString();
    }

    /** Returns whether overrides have switched it off. */
    boolean isOff() {
        return inForce.isOff();
    }

    /** Returns whether both have the same settings. A user by hand can't do without the policy, as overrides want it. */
    boolean isSame(Shared<P> other) {
        boolean same = settings.equals(other.settings) && !(isOff() && other.users.containsValue(null));
        for (int i = 0; same && i < classes.length; i++) {
            same = classes[i].isSame(other.classes[i]);
        }
        return same;
    }

    /** Returns whether its classes are unloaded. */
    boolean isGone() {
        for (ClassSet each : classes) {
            if (each.isGone()) {
                return true;
            }
        }
        return false;
    }

    /** Throws, since the settings differ. Not in the context, where the JVM's verifier would load the exception. */
    @SuppressWarnings("DoNotCallSuggester")
    void refuse(Shared<P> wanted) {
        throw contradiction(
                made.user + applied,
                isOff() ? "enabled=false, " + settings : settings,
                wanted.made.user + wanted.applied,
                wanted.settings);
    }

    private IllegalStateException contradiction(String one, String has, String other, String otherHas) {
        return new IllegalStateException(
                "The " + made.kind() + " '" + made.name + "' is shared, but its settings differ: "
                        + one + " has " + has + "; " + other + " has " + otherHas
                        + (has.equals(otherHas)
                                ? ", with classes of these names from another class loader; give what is loaded apart a"
                                        + " Holdfast context of its own"
                                : ""));
    }
}
