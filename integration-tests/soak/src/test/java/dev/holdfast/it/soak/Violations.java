package dev.holdfast.it.soak;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rules that were broken: how often, and the first few cases of each. Thread-safe. */
final class Violations {

    private static final int SHOWN = Integer.getInteger("soak.shown", 5);

    private final Map<Rule, Integer> counts = new EnumMap<>(Rule.class);
    private final Map<Rule, List<String>> cases = new EnumMap<>(Rule.class);

    synchronized void add(Rule rule, String what) {
        counts.merge(rule, 1, Integer::sum);
        List<String> known = cases.computeIfAbsent(rule, any -> new ArrayList<>());
        if (known.size() < SHOWN) {
            known.add(what + " [" + Thread.currentThread().getName() + "]");
        }
    }

    /** For each broken rule a heading, and a line for each case that is shown. */
    synchronized List<String> report() {
        List<String> lines = new ArrayList<>();
        counts.forEach((rule, count) -> {
            lines.add(rule + " - broken " + count + " times");
            cases.get(rule).forEach(one -> lines.add("    " + one));
        });
        return lines;
    }

    @Override
    public String toString() {
        return String.join(System.lineSeparator(), report());
    }
}
