package dev.holdfast.runtime.internal.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One member of a {@code RateLimit} or {@code RateLimit-Policy} header, by draft-ietf-httpapi-ratelimit-headers-10: the
 * name of a policy with its parameters. Immutable.
 */
public final class ServiceLimit {

    /** In place of a number: it is missing. */
    static final long UNKNOWN = -1;

    /** The longest header that is read, so that a server can't cost much time or memory. */
    private static final int MAX_LENGTH = 8_192;

    /** The maximum number of members that are read. Servers usually name one or two. */
    private static final int MAX_MEMBERS = 16;

    private static final int MAX_PARAMETERS = 16;

    final String policy;

    /** The parameter {@code r} of {@code RateLimit}: the remaining quota. */
    final long remaining;

    /** The parameter {@code t} of {@code RateLimit}: the seconds until the quota is restored. */
    final long reset;

    /** The parameter {@code w} of {@code RateLimit-Policy}: the window of the quota in seconds. */
    final long window;

    private ServiceLimit(String policy, long remaining, long reset, long window) {
        this.policy = policy;
        this.remaining = remaining;
        this.reset = reset;
        this.window = window;
    }

    /**
     * Returns the members of a header, or null if it is malformed. At most 16 members and 16 parameters of each are
     * read, so that the time is limited.
     */
    static @Nullable List<ServiceLimit> parse(String header) {
        if (header.length() > MAX_LENGTH) {
            return null;
        }
        StructuredFieldReader field = new StructuredFieldReader(header);
        List<ServiceLimit> limits = new ArrayList<>();
        boolean more = !field.isAtEnd();
        while (more) {
            ServiceLimit limit = read(field);
            if (limit == null) {
                return null;
            }
            limits.add(limit);
            more = limits.size() < MAX_MEMBERS && field.nextMember();
        }
        return field.isValid() ? limits : null;
    }

    private static @Nullable ServiceLimit read(StructuredFieldReader field) {
        String policy = field.name();
        long remaining = UNKNOWN;
        long reset = UNKNOWN;
        long window = UNKNOWN;
        for (int parameters = 0; field.nextParameter(); parameters++) {
            if (parameters == MAX_PARAMETERS) {
                field.skipRest();
                break;
            }
            String key = field.key();
            long count = field.count();
            boolean wanted = true;
            switch (key) {
                case "r":
                    remaining = count;
                    break;
                case "t":
                    reset = count;
                    break;
                case "w":
                    window = count;
                    break;
                default:
                    wanted = false;
            }
            if (wanted && count == StructuredFieldReader.NO_COUNT) {
                return null;
            }
        }
        return field.isValid() ? new ServiceLimit(policy, remaining, reset, window) : null;
    }
}
