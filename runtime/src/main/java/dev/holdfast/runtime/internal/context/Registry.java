package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.event.PolicyEntry;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Lists the policies of a context. Loaded on demand. */
final class Registry {

    private static final Comparator<PolicyEntry<?>> BY_NAME = (one, other) -> {
        int names = one.name().compareTo(other.name());
        return names == 0 ? one.users().get(0).compareTo(other.users().get(0)) : names;
    };

    private Registry() {}

    static <P> List<PolicyEntry<P>> list(Context context, Class<P> type) {
        List<PolicyEntry<P>> found = new ArrayList<>();
        for (Shared<?> each : context.named.values()) {
            if (type.isInstance(each.instance()) && !each.isGone()) {
                found.add(entry(each.made(), type, true, each.users()));
            }
        }
        for (Reference<?> each : listed(context)) {
            Object kept = each.get();
            PolicySettings<?> made = kept instanceof PolicySettings ? (PolicySettings<?>) kept : null;
            if (made != null && type.isInstance(made.policy)) {
                found.add(entry(made, type, false, Collections.singletonList(made.user())));
            }
        }
        found.sort(BY_NAME);
        return Collections.unmodifiableList(found);
    }

    static <P> Optional<P> find(Context context, String kind, String name, Class<P> type) {
        Shared<?> known = context.named.get(kind + " " + Objects.requireNonNull(name, "name"));
        return known == null || known.isGone() ? Optional.empty() : Optional.of(type.cast(known.instance()));
    }

    /** Returns the settings of the policies of clients, and the clients with overrides; some may be gone. */
    static Reference<?>[] listed(Context context) {
        synchronized (context.named) {
            return Arrays.copyOf(context.listed, context.listedCount);
        }
    }

    /** Drops those that are gone, and makes room for as many as are left. With the context locked. */
    static void makeRoom(Context context) {
        Reference<?>[] kept = new Reference<?>[2 * context.listedCount];
        int count = 0;
        for (int i = 0; i < context.listedCount; i++) {
            if (context.listed[i].get() != null) {
                kept[count++] = context.listed[i];
            }
        }
        context.listed = kept;
        context.listedCount = count;
    }

    /** Tells the listener of a new policy. */
    static void tell(Events events, PolicySettings<?> made, boolean named) {
        events.added(entry(made, Object.class, named, Collections.singletonList(made.user())));
    }

    private static <P> PolicyEntry<P> entry(PolicySettings<?> made, Class<P> type, boolean named, List<String> users) {
        String kind = made.kind().replace(" ", "");
        return new PolicyEntry<>(kind, made.name(), named, users, type.cast(made.policy()));
    }
}
