package dev.holdfast.processor.policy;

import dev.holdfast.processor.attribute.Durations;
import java.util.ArrayList;
import java.util.List;

/** How long a call may take in the worst case, for its Javadoc: its waits, and its attempts where they have a limit. */
public final class Waits {

    private Schedule schedule = Schedule.constant(1, 0);
    private boolean backoff;
    private long deadline = -1;
    private long hint;

    /** The longest wait that an answer may name which is retried, where no limiter says so. */
    private long named;

    private boolean holds;
    private long place;
    private long queue;
    private PolicySettings.Limits limits = PolicySettings.Limits.NONE;

    private Waits(List<PolicySettings> policies) {
        for (PolicySettings settings : policies) {
            PolicySettings.Waiting waiting = settings.waiting();
            if (settings.policy() instanceof BackoffPolicy) {
                backoff = true;
                schedule = waiting.schedule();
                deadline = waiting.deadline();
                named = waiting.longestHint();
            } else if (settings.policy() instanceof RateLimitedPolicy) {
                schedule = backoff ? schedule : waiting.schedule();
                hint = waiting.longestHint();
                holds = waiting.holds();
                place = waiting.place();
            } else if (settings.policy() instanceof BulkheadPolicy) {
                queue = waiting.place();
            } else if (settings.policy() instanceof TimeoutPolicy) {
                limits = waiting.limits();
            }
        }
    }

    /**
     * A sentence, or nothing where there are no waits. Without a status to read no answer is known to be rate-limited.
     *
     * @param namesWaits whether answers can name a wait too
     */
    public static String text(List<PolicySettings> policies, boolean hasStatus, boolean namesWaits) {
        Waits waits = new Waits(policies);
        if (!namesWaits || waits.hint > 0) {
            waits.named = 0;
        }
        return waits.text(hasStatus);
    }

    private String text(boolean hasStatus) {
        boolean limited = hint > 0 && hasStatus;
        StringBuilder text = new StringBuilder();
        if (schedule.size() > 0 && (backoff || limited)) {
            text.append("A call waits at most ");
            if (backoff) {
                text.append(bounded(schedule.total()))
                        .append(" between attempts")
                        .append(limited ? ", or " : "");
            }
            if (limited) {
                text.append(bounded(schedule.totalWithHints(hint)))
                        .append(
                                backoff
                                        ? " if every answer is rate-limited"
                                        : " between attempts if every answer is rate-limited");
            } else if (named > 0) {
                text.append(", or ")
                        .append(bounded(schedule.totalWithHints(named)))
                        .append(" if every answer names a wait");
            }
            text.append('.');
        }
        List<String> before = new ArrayList<>();
        if (hint > 0 && holds) {
            before.add(bounded(Schedule.plus(hint, hint / 10)) + " while calls are held back");
        }
        if (place > 0) {
            before.add(bounded(place) + " for a place in the quota");
        }
        if (queue > 0) {
            before.add(bounded(queue) + " for a place in the bulkhead");
        }
        if (!before.isEmpty()) {
            text.append(text.length() == 0 ? "" : " ")
                    .append("An attempt waits up to ")
                    .append(String.join(", and up to ", before))
                    .append('.');
        }
        int attempts = backoff || limited ? schedule.size() + 1 : 1;
        if (limits.first() > 0 && (attempts > 1 || beforeEach() > 0)) {
            text.append(text.length() == 0 ? "" : " ").append(whole(attempts, limited));
        }
        return text.toString();
    }

    /** How long the attempts take, and with all waits the call. */
    private String whole(int attempts, boolean limited) {
        Schedule taken = limits.schedule(attempts);
        long total = taken.total();
        if (attempts > 1) {
            total = Schedule.plus(total, schedule.totalWithHints(limited ? hint : named));
        }
        for (int attempt = 0; attempt < attempts; attempt++) {
            total = Schedule.plus(total, beforeEach());
        }
        String cut = attempts == 1
                ? "The attempt is cut after "
                : taken.isConstant() ? "Each attempt is cut after " : "Attempts are cut after ";
        return cut + taken.text() + ". With all waits a call takes at most " + bounded(total)
                + (hint > 0 && holds && deadline < 0 ? ", unless a hold is extended." : ".");
    }

    /** The longest waits before each attempt, in turn: for the end of a hold, a place in the quota, a place in the bulkhead. */
    private long beforeEach() {
        long hold = hint > 0 && holds ? Schedule.plus(hint, hint / 10) : 0;
        return Schedule.plus(hold, Schedule.plus(place, queue));
    }

    private String bounded(long nanos) {
        return Durations.format(deadline < 0 ? nanos : Math.min(nanos, deadline));
    }
}
