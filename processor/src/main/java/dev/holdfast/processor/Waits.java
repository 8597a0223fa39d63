package dev.holdfast.processor;

import java.util.List;

/** How long a call may take in the worst case, for its Javadoc: its waits, and its attempts where they have a limit. */
final class Waits {

    private Schedule schedule = Schedule.constant(1, 0);
    private boolean backoff;
    private long deadline = -1;
    private long hint;
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

    /** A sentence, or nothing where there are no waits. Without a status to read no answer is known to be rate-limited. */
    static String text(List<PolicySettings> policies, boolean hasStatus) {
        return new Waits(policies).text(hasStatus);
    }

    private String text(boolean hasStatus) {
        boolean limited = hint > 0 && hasStatus;
        StringBuilder text = new StringBuilder();
        if (schedule.size() > 0 && (backoff || limited)) {
            text.append("Waits in all: at most ");
            if (backoff) {
                text.append(bounded(schedule.total())).append(limited ? ", or " : "");
            }
            if (limited) {
                text.append(bounded(schedule.totalWithHints(hint))).append(" where every answer is rate-limited");
            }
            text.append('.');
        }
        if (hint > 0 && holds) {
            text.append(text.length() == 0 ? "Waits" : " Besides, waits")
                    .append(" before an attempt while other calls are held back, up to ")
                    .append(bounded(Schedule.plus(hint, hint / 10)))
                    .append('.');
        }
        appendPlace(text, place, "quota");
        appendPlace(text, queue, "bulkhead");
        if (limits.first() > 0 && schedule.size() > 0 && (backoff || limited)) {
            text.append(text.length() == 0 ? "" : " ").append(attempts(limited));
        }
        return text.toString();
    }

    private void appendPlace(StringBuilder text, long longest, String where) {
        if (longest > 0) {
            text.append(text.length() == 0 ? "Waits" : " Besides, waits")
                    .append(" before an attempt for a place in the ")
                    .append(where)
                    .append(", up to ")
                    .append(bounded(longest))
                    .append('.');
        }
    }

    /** How long the attempts take, and where that is known the whole call. */
    private String attempts(boolean limited) {
        Schedule attempts = limits.schedule(schedule.size() + 1);
        String cut = "Attempts are cut after " + attempts.text();
        boolean known = deadline >= 0 || (!limited && !holds && place == 0 && queue == 0);
        return known
                ? cut + "; with the waits a call takes at most "
                        + bounded(Schedule.plus(schedule.total(), attempts.total())) + "."
                : cut + ".";
    }

    private String bounded(long nanos) {
        return Durations.format(deadline < 0 ? nanos : Math.min(nanos, deadline));
    }
}
