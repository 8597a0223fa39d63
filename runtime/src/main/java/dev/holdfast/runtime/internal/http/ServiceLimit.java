package dev.holdfast.runtime.internal.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One member of a {@code RateLimit} or {@code RateLimit-Policy} header: the name of a policy, and what is said of it. By
 * draft-ietf-httpapi-ratelimit-headers-10. Immutable.
 */
public final class ServiceLimit {

    /** Instead of a number: nothing is said. */
    static final long UNKNOWN = -1;

    /** More than any server has to say; what is longer is not read, so that nobody can make us work or remember much. */
    private static final int MAX_LENGTH = 8_192;

    /** Servers name one policy or two. What is behind these is not looked at, readable or not. */
    private static final int MAX_MEMBERS = 16;

    private static final int MAX_PARAMETERS = 16;

    public final String policy;

    /** Of {@code RateLimit}: {@code r}, what is left of the quota. */
    public final long remaining;

    /** Of {@code RateLimit}: {@code t}, in how many seconds there will be more. */
    public final long reset;

    /** Of {@code RateLimit-Policy}: {@code w}, the seconds that a quota is for. */
    public final long window;

    private ServiceLimit(String policy, long remaining, long reset, long window) {
        this.policy = policy;
        this.remaining = remaining;
        this.reset = reset;
        this.window = window;
    }

    /**
     * Returns the members of a header, or null where any of what is read is malformed. The 16 first members are read, up to one that has
     * more than 16 parameters, and of that one 16: so that what is done with two headers takes no more than a moment.
     */
    public static @Nullable List<ServiceLimit> parse(String header) {
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
