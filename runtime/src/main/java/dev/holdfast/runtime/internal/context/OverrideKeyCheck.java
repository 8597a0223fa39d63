package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.internal.unit.Quoted;
import dev.holdfast.runtime.internal.unit.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds unknown override keys: those that begin with a client's interface, and those for all interfaces that begin with
 * an annotation.
 */
public final class OverrideKeyCheck {

    static final String FIXED =
            "cannot be overridden, for it is a name or classes: only an annotation can say it, or an instance that is given to"
                    + " the client's builder";

    /** One part more than any key has, to recognize keys with too many. */
    private static final int MOST_PARTS = 4;

    private final String client;
    private final Map<String, PolicySettings<?>> kinds = new HashMap<>();

    /** The annotations by method; those of the interface under {@link ClientOverrides#ON_TYPE}. */
    private final Map<String, Set<String>> annotations;

    OverrideKeyCheck(String client, PolicySettings<?>[] kinds, Map<String, Set<String>> annotations) {
        this.client = client;
        for (PolicySettings<?> kind : kinds) {
            this.kinds.put(kind.annotation(), kind);
        }
        this.annotations = annotations;
    }

    void check(Set<String> keys) {
        StringBuilder wrong = new StringBuilder();
        for (String key : new TreeSet<>(keys)) {
            String why = key.startsWith(client + "/")
                    ? whyNot(key.substring(client.length() + 1).split("/", MOST_PARTS))
                    : whyNotForAll(key.split("/", MOST_PARTS));
            if (why != null) {
                wrong.append(wrong.length() == 0 ? "" : "\n")
                        .append("Override ")
                        .append(Quoted.name(key))
                        .append(": ")
                        .append(why);
            }
        }
        if (wrong.length() > 0) {
            throw new IllegalArgumentException(wrong.toString());
        }
    }

    private @Nullable String whyNotForAll(String[] parts) {
        PolicySettings<?> kind = kinds.get(parts[0]);
        return parts.length == 2 && kind != null ? whyNot(kind, parts[1]) : null;
    }

    private @Nullable String whyNot(String[] parts) {
        if (parts.length == 2) {
            Set<String> all = new TreeSet<>();
            annotations.values().forEach(all::addAll);
            boolean enabled = parts[1].equals(PolicySettings.ENABLED);
            if (!enabled
                    && all.contains(parts[0])
                    && !ofMethod(ClientOverrides.ON_TYPE).contains(parts[0])) {
                return "@" + parts[0] + " is on methods only, not on the interface: use " + client + "/<method>/"
                        + parts[0] + "/" + Quoted.name(parts[1]);
            }
            return whyNot(client, all, parts[0], parts[1]);
        }
        if (parts.length != 3) {
            return "must be " + client + "/<method>/<annotation>/<attribute> or " + client
                    + "/<annotation>/<attribute>";
        }
        Set<String> methods = new TreeSet<>(annotations.keySet());
        methods.remove(ClientOverrides.ON_TYPE);
        return methods.contains(parts[0])
                ? whyNot("Method " + parts[0], ofMethod(parts[0]), parts[1], parts[2])
                : "No protected method is called " + Quoted.name(parts[0]) + Suggestion.of(parts[0], methods);
    }

    private Set<String> ofMethod(String method) {
        Set<String> known = annotations.get(method);
        return known == null ? new TreeSet<>() : known;
    }

    private @Nullable String whyNot(String holder, Set<String> known, String annotation, String attribute) {
        PolicySettings<?> kind = known.contains(annotation) ? kinds.get(annotation) : null;
        return kind != null
                ? whyNot(kind, attribute)
                : holder + " has no @" + Quoted.name(annotation) + Suggestion.of(annotation, known);
    }

    private static @Nullable String whyNot(PolicySettings<?> kind, String attribute) {
        List<String> known = new ArrayList<>(kind.overridable());
        known.add(0, PolicySettings.ENABLED);
        if (known.contains(attribute)) {
            return null;
        }
        return kind.fixed().contains(attribute)
                ? FIXED
                : "@" + kind.annotation() + " has no attribute " + Quoted.name(attribute)
                        + Suggestion.of(attribute, known);
    }
}
