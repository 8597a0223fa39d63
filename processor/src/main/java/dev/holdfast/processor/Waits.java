package dev.holdfast.processor;

import java.util.List;

/** How long a call may wait in the worst case, for its Javadoc. The time of the attempts themselves is not in it. */
final class Waits {

    private Schedule schedule = Schedule.constant(1, 0);
    private boolean backoff;
    private long deadline = -1;
    private long hint;
    private boolean holds;
    private long place;
    private long queue;

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

    private String bounded(long nanos) {
        return Durations.format(deadline < 0 ? nanos : Math.min(nanos, deadline));
    }
}
