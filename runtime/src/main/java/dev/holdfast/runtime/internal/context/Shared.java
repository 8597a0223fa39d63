package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.internal.unit.ClassSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A named instance, with its settings and users for the message about different settings. It is kept as long as the context, even
 * without clients, so that an open breaker stays open. It keeps its classes weakly: once they are unloaded with their clients, the
 * name is free again.
 */
final class Shared<P> {

    private final PolicySettings<P> made;
    private final String settings;

    /** The overrides in the first user's settings. */
    private final String applied;

    private final ClassSet[] classes;

    /** All users, the first one first. Replaced with this locked. */
    private volatile List<String> users;

    Shared(PolicySettings<P> made, String applied, ClassSet... classes) {
        this.made = made;
        this.settings = made.toString();
        this.applied = applied;
        this.classes = classes;
        this.users = Collections.singletonList(made.user());
    }

    PolicySettings<P> made() {
        return made;
    }

    P instance() {
        return Objects.requireNonNull(made.policy);
    }

    List<String> users() {
        return users;
    }

    /** Returns this instance, which has one more user now. */
    P join(Shared<P> other) {
        String user = other.made.user();
        if (!users.contains(user)) {
            synchronized (this) {
                List<String> more = new ArrayList<>(users);
                more.add(user);
                users = more;
            }
        }
        return instance();
    }

    boolean isSame(Shared<P> other) {
        boolean same = settings.equals(other.settings);
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
        throw new IllegalStateException(
                "The " + made.kind() + " '" + made.name + "' is shared, but its settings differ: "
                        + made.user + applied + " has " + settings + "; " + wanted.made.user + wanted.applied + " has "
                        + wanted.settings
                        + (wanted.settings.equals(settings)
                                ? ", with classes of these names from another class loader; give what is loaded apart a"
                                        + " Holdfast context of its own"
                                : ""));
    }
}
