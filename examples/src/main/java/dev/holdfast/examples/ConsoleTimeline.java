package dev.holdfast.examples;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Prints each event as one aligned line, as it happens. Not thread-safe: the timeline tells it one event at a time. */
final class ConsoleTimeline implements Consumer<Event> {

    private static final String GREEN = "32";
    private static final String RED = "31";
    private static final String YELLOW = "33";
    private static final String BLUE = "34";
    private static final String PLAIN = "";

    private final PrintStream out;
    private final boolean colour;

    /** When the server welcomes requests again, by its latest hint, and which calls wait for that. */
    private long notBefore;

    private final Set<Call> waitForHint = new HashSet<>();

    ConsoleTimeline(PrintStream out, boolean colour) {
        this.out = out;
        this.colour = colour;
        out.printf("%9s  %-3s %-22s %-3s  %-9s  %s%n", "time", "", "call", "try", "event", "what happened");
    }

    /** Whether a person watches on a terminal that shows colours. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean onTerminal() {
        int jdk = Runtime.version().feature();
        // JDK 22 to 24 give a console where there is no terminal, too.
        return System.console() != null && (jdk < 22 || jdk > 24) && System.getenv("NO_COLOR") == null;
    }

    @Override
    public void accept(Event event) {
        if (event instanceof Event.Chapter chapter) {
            out.printf(
                    "%n-- %s %s%n",
                    chapter.title(), "-".repeat(Math.max(3, 90 - chapter.title().length())));
        } else if (event instanceof Event.Asked asked) {
            asked(asked);
        } else if (event instanceof Event.Sent sent) {
            line(sent, sent.attempt(), PLAIN, "sent", sent.request() + afterHint(sent));
        } else if (event instanceof Event.Answered answered) {
            answered(answered);
        } else if (event instanceof Event.Lost lost) {
            line(
                    lost,
                    lost.attempt(),
                    RED,
                    lost.trouble().toString(),
                    lost.trouble().inWords());
        } else if (event instanceof Event.Waiting waiting) {
            String why = waitForHint.contains(waiting.call()) ? "as the server asks" : "backoff";
            line(waiting, 0, PLAIN, "wait", Times.text(waiting.delay()) + ", " + why);
        } else if (event instanceof Event.Done done) {
            done(done);
        } else if (event instanceof Event.StateChanged change) {
            String state = change.to().toString();
            line(change, "breaker", state.equals("CLOSED") ? GREEN : YELLOW, state, "was " + change.from());
        } else if (event instanceof Event.Hold hold) {
            String until = Times.point(hold.at() + hold.duration());
            line(hold, "limiter", BLUE, "hold", "every call waits, until " + until);
        } else if (event instanceof Event.Released released) {
            line(released, "limiter", BLUE, "release", "calls go through again");
        }
    }

    private void asked(Event.Asked asked) {
        if (asked.at() < notBefore) {
            waitForHint.add(asked.call());
            line(asked, 0, BLUE, "held", "asks now, but the server wants quiet until " + Times.point(notBefore));
        }
    }

    private void answered(Event.Answered answered) {
        boolean good = answered.status() == 200;
        String detail = "";
        if (answered.notBefore() > 0) {
            notBefore = answered.notBefore();
            waitForHint.add(answered.call());
            detail = "Retry-After: " + answered.retryAfter() + " (not before " + Times.point(notBefore) + ")";
        }
        line(answered, answered.attempt(), good ? GREEN : RED, Integer.toString(answered.status()), detail);
    }

    private String afterHint(Event.Sent sent) {
        if (!waitForHint.remove(sent.call())) {
            return "";
        }
        return ", hinted " + Times.point(notBefore) + ", sent " + Times.text(sent.at() - notBefore) + " after it";
    }

    private void done(Event.Done done) {
        int requests = done.requests();
        switch (done.outcome()) {
            case OK -> {}
            case RECOVERED -> line(done, 0, GREEN, "recovered", done.how() + " with request " + requests);
            case REJECTED -> {
                String when = "retry after " + Times.text(done.retryAfter());
                line(done, 0, YELLOW, "rejected", done.how() + ", nothing sent, " + when);
            }
            case FAILED -> {
                String count = requests == 1 ? "1 request" : requests + " requests";
                line(done, 0, RED, "failed", "the caller gets the last failure (" + done.how() + ") after " + count);
            }
        }
    }

    private void line(Event.OfCall event, int attempt, String code, String word, String detail) {
        String number = "#" + event.call().number();
        line(event, number, event.call().what(), attempt == 0 ? "" : Integer.toString(attempt), code, word, detail);
    }

    private void line(Event event, String who, String code, String word, String detail) {
        line(event, "", who, "", code, word, detail);
    }

    private void line(Event event, String number, String who, String attempt, String code, String word, String detail) {
        String padded = String.format(Locale.ROOT, "%-9s", word);
        String shown = colour && !code.isEmpty() ? "\u001b[" + code + "m" + padded + "\u001b[0m" : padded;
        String start =
                String.format(Locale.ROOT, "%9s  %-3s %-22s %3s  ", Times.point(event.at()), number, who, attempt);
        out.println((start + shown + "  " + detail).stripTrailing());
    }
}
