package dev.holdfast.processor.read;

import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.Position;
import dev.holdfast.processor.policy.FallbackDiagnostic;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/** Finds methods that answer for each other: where all fail, a call would never end. */
public final class FallbackCycles {

    private record Step(List<ExecutableElement> answering, Position at) {}

    private final Problems problems;
    private final Map<ExecutableElement, Step> steps = new LinkedHashMap<>();

    FallbackCycles(Problems problems) {
        this.problems = problems;
    }

    /** Notes what answers for a method. */
    public void add(ExecutableElement method, List<ExecutableElement> answering, Position at) {
        steps.put(method, new Step(answering, at));
    }

    public void report() {
        steps.forEach((method, step) -> {
            for (ExecutableElement first : step.answering()) {
                if (leadsTo(first, method)) {
                    problems.report(FallbackDiagnostic.FALLBACK_CYCLE, step.at(), method, first);
                    return;
                }
            }
        });
    }

    private boolean leadsTo(ExecutableElement from, ExecutableElement method) {
        Deque<ExecutableElement> open = new ArrayDeque<>(List.of(from));
        Set<ExecutableElement> seen = new HashSet<>();
        while (!open.isEmpty()) {
            ExecutableElement each = open.remove();
            if (each.equals(method)) {
                return true;
            }
            Step step = seen.add(each) ? steps.get(each) : null;
            if (step != null) {
                open.addAll(step.answering());
            }
        }
        return false;
    }
}
