package dev.holdfast.testing;

import dev.holdfast.runtime.event.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words of messages. */
final class Told {

    /** More lines than a reader would read. */
    private static final int LINES = 200;

    private Told() {}

    static String count(int number, String what) {
        return number == 1 ? "1 " + what : number + " " + what + "s";
    }

    static String answer(Outcome outcome, @Nullable Throwable failure, int status) {
        String word = outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return word + (status == 0 ? "" : ", status " + status) + (failure == null ? "" : ", " + failure);
    }

    static String durations(List<Duration> durations) {
        return durations.isEmpty()
                ? "nothing"
                : durations.stream().map(Durations::text).collect(Collectors.joining(", "));
    }

    /** One line for each event, with its time. */
    static String story(List<RecordedEvent> events) {
        List<RecordedEvent> told = events.stream().filter(RecordedEvent::isTold).collect(Collectors.toList());
        if (told.isEmpty()) {
            return "  nothing\n";
        }
        List<RecordedEvent> last = told.subList(Math.max(0, told.size() - LINES), told.size());
        int width = last.stream()
                .mapToInt(event -> Durations.text(event.at()).length())
                .max()
                .orElse(0);
        StringBuilder story = new StringBuilder();
        if (last.size() < told.size()) {
            story.append("  ... ").append(told.size() - last.size()).append(" earlier\n");
        }
        for (RecordedEvent event : last) {
            String at = Durations.text(event.at());
            story.append("  ")
                    .append(at)
                    .append(" ".repeat(width - at.length() + 2))
                    .append(event)
                    .append('\n');
        }
        return story.toString();
    }
}
