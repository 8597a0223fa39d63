package dev.holdfast.processor.policy;

import dev.holdfast.processor.attribute.Durations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long a call may take in the worst case, for its Javadoc: its waits, and its attempts where they have a limit. */
public final class WorstCase {

    private Schedule schedule = Schedule.constant(1, 0);

    /** Whether failures lead to further attempts. */
    private boolean backoff;

    private long deadline = -1;
    private long hint;

    /** The longest wait that an answer may name which is retried, where no policy obeys hints. */
    private long named;

    private boolean holds;
    private final boolean stream;
    private final List<PolicySettings.Place> places = new ArrayList<>();
    private PolicySettings.@Nullable Limits limits;

    private WorstCase(List<PolicySettings> policies, boolean stream) {
        this.stream = stream;
        for (PolicySettings settings : policies) {
            repeat(settings.repetition());
            PolicySettings.ServerWaits asked = settings.serverWaits();
            if (asked != null) {
                hint = asked.longest();
                holds = asked.holds();
            }
            PolicySettings.Place place = settings.place();
            if (place != null) {
                places.add(place);
            }
            limits = settings.limits() == null ? limits : settings.limits();
        }
    }

    private void repeat(PolicySettings.@Nullable Repetition repetition) {
        if (repetition == null || (backoff && !repetition.afterFailures())) {
            return;
        }
        schedule = repetition.schedule();
        if (repetition.afterFailures()) {
            backoff = true;
            deadline = repetition.deadline();
            named = repetition.longestHint();
        }
    }

    /**
     * A sentence, or nothing where there are no waits. Without a status to read no answer is known to be rate-limited.
     *
     * @param namesWaits whether answers can name a wait too
     * @param stream whether the waits and limits are those before the first item
     */
    public static String text(List<PolicySettings> policies, boolean hasStatus, boolean namesWaits, boolean stream) {
        WorstCase worst = new WorstCase(policies, stream);
        if (!namesWaits || worst.hint > 0) {
            worst.named = 0;
        }
        return worst.text(hasStatus);
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
        places.stream()
                .filter(each -> each.longest().nanos() > 0)
                .forEach(each -> before.add(bounded(each.longest().nanos()) + " for a place in the " + each.of()));
        if (!before.isEmpty()) {
            text.append(text.length() == 0 ? "" : " ")
                    .append("An attempt waits up to ")
                    .append(String.join(", and up to ", before))
                    .append('.');
        }
        int attempts = backoff || limited ? schedule.size() + 1 : 1;
        if (limits != null && limits.first().nanos() > 0 && (attempts > 1 || beforeEach() > 0)) {
            text.append(text.length() == 0 ? "" : " ").append(whole(limits.schedule(attempts), attempts, limited));
        }
        return text.toString();
    }

    /** How long the attempts take, and with all waits the call. */
    private String whole(Schedule taken, int attempts, boolean limited) {
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
        return cut
                + taken.text()
                + (stream
                        ? " without an item. With all waits the first item takes at most "
                        : ". With all waits a call takes at most ")
                + bounded(total)
                + (hint > 0 && holds && deadline < 0 ? ", unless a hold is extended." : ".");
    }

    /** The longest waits before each attempt, in turn: for the end of a hold, and for places. */
    private long beforeEach() {
        long hold = hint > 0 && holds ? Schedule.plus(hint, hint / 10) : 0;
        return places.stream().mapToLong(each -> each.longest().nanos()).reduce(hold, Schedule::plus);
    }

    private String bounded(long nanos) {
        return Durations.format(deadline < 0 ? nanos : Math.min(nanos, deadline));
    }
}
