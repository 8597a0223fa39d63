package dev.holdfast.examples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The same events as stretches of time, ready to be drawn. Times are nanoseconds from the demo's start.
 *
 * @param rows one for each call, in the order in which they were asked
 * @param breaker the states of the breaker, one after another
 * @param holds when the limiter held calls back
 * @param chapters the parts of the story; labels are their titles
 * @param end when the last thing happened
 */
record Picture(List<Row> rows, List<Span> breaker, List<Span> holds, List<Span> chapters, long end) {

    /** What a stretch of time is. */
    enum Kind {
        GOOD,
        BAD,
        LOST,
        LIMITED,
        WAIT,
        HELD,
        REJECTED,
        CLOSED,
        OPEN,
        HALF_OPEN,
        HOLD,
        CHAPTER
    }

    /** A stretch of time. */
    record Span(Kind kind, long from, long to, String label) {}

    /** The life of one call: {@code result} says in words how it went. */
    record Row(Call call, List<Span> spans, String result) {}

    static Picture of(List<Event> events) {
        long end = events.isEmpty() ? 0 : events.get(events.size() - 1).at();
        Map<Call, RowBuilder> rows = new LinkedHashMap<>();
        Stretch breaker = new Stretch(Kind.CLOSED, "CLOSED");
        Stretch story = new Stretch(Kind.CHAPTER, "");
        List<Span> holds = new ArrayList<>();
        long heldUntil = 0;
        for (Event event : events) {
            if (event instanceof Event.Asked asked) {
                rows.put(asked.call(), new RowBuilder(asked, asked.at() < heldUntil));
            } else if (event instanceof Event.OfCall ofCall) {
                Objects.requireNonNull(rows.get(ofCall.call()), "not asked").add(ofCall);
            } else if (event instanceof Event.StateChanged change) {
                String state = change.to().toString();
                breaker.next(change.at(), Kind.valueOf(state), state);
            } else if (event instanceof Event.Chapter chapter) {
                story.next(chapter.at(), Kind.CHAPTER, chapter.title());
            } else if (event instanceof Event.Hold hold) {
                heldUntil = hold.at() + hold.duration();
                holds.add(new Span(Kind.HOLD, hold.at(), heldUntil, "hold " + Times.text(hold.duration())));
            }
        }
        List<Row> built = rows.values().stream().map(RowBuilder::build).toList();
        return new Picture(built, breaker.end(end), List.copyOf(holds), story.end(end), end);
    }

    /** Stretches that follow one another without a gap. */
    private static final class Stretch {
        private final List<Span> spans = new ArrayList<>();
        private Kind kind;
        private String label;
        private long from;

        Stretch(Kind kind, String label) {
            this.kind = kind;
            this.label = label;
        }

        void next(long at, Kind nextKind, String nextLabel) {
            if (!label.isEmpty()) {
                spans.add(new Span(kind, from, at, label));
            }
            kind = nextKind;
            label = nextLabel;
            from = at;
        }

        List<Span> end(long at) {
            next(at, kind, label);
            return List.copyOf(spans);
        }
    }

    /** Gathers the events of one call. */
    private static final class RowBuilder {
        private final Call call;
        private final List<Span> spans = new ArrayList<>();
        private final List<String> story = new ArrayList<>();
        private final boolean held;
        private boolean waiting;
        private long since;
        private long hinted;

        RowBuilder(Event.Asked asked, boolean held) {
            this.call = asked.call();
            this.held = held;
            this.since = asked.at();
        }

        void add(Event.OfCall event) {
            if (event instanceof Event.Sent sent) {
                if (hinted > 0) {
                    story.add(Times.text(sent.at() - hinted) + " after the hinted time");
                }
                if (waiting) {
                    spans.add(new Span(Kind.WAIT, since, sent.at(), ""));
                } else if (held) {
                    spans.add(new Span(Kind.HELD, since, sent.at(), ""));
                }
            } else if (event instanceof Event.Answered answered) {
                Kind kind = answered.status() == 200 ? Kind.GOOD : answered.status() == 429 ? Kind.LIMITED : Kind.BAD;
                attempt(kind, answered.at(), Integer.toString(answered.status()));
                hinted = answered.notBefore();
            } else if (event instanceof Event.Lost lost) {
                attempt(Kind.LOST, lost.at(), lost.trouble().toString());
            } else if (event instanceof Event.Waiting) {
                waiting = true;
            } else if (event instanceof Event.Done done) {
                done(done);
            }
            since = event.at();
        }

        private void attempt(Kind kind, long until, String label) {
            spans.add(new Span(kind, since, until, label));
            story.add(label);
        }

        private void done(Event.Done done) {
            if (done.outcome() == Outcome.REJECTED) {
                spans.add(new Span(Kind.REJECTED, done.at(), done.at(), ""));
                story.add("rejected, " + done.how());
            } else if (done.outcome() == Outcome.FAILED) {
                story.add("given up");
            }
        }

        Row build() {
            return new Row(call, List.copyOf(spans), (held ? "held, " : "") + String.join(", ", story));
        }
    }
}
