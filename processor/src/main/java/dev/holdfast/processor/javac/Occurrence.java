package dev.holdfast.processor.javac;

import com.palantir.javapoet.ClassName;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * An annotation of ours that holds for a type or a method: written on it, or on an annotation of the user's that is, a preset,
 * or on one of that, and so on. The nearest counts.
 *
 * @param target the type or method that it holds for
 * @param host what it is written on: the target, or an annotation type
 * @param mirror the annotation
 * @param preset the annotation on the target that brings it; null where it is written on the target itself
 */
public record Occurrence(
        Element target,
        Element host,
        AnnotationMirror mirror,
        @Nullable AnnotationMirror preset) {

    private record Step(Element host, @Nullable AnnotationMirror preset) {}

    /** The occurrence that counts, or null. */
    public static @Nullable Occurrence find(Element target, ClassName annotation) {
        List<Occurrence> nearest = nearest(target, annotation);
        return nearest.isEmpty() ? null : nearest.get(0);
    }

    /** All that are equally near: more than one is a mistake. */
    public static List<Occurrence> nearest(Element target, ClassName annotation) {
        Set<String> seen = new HashSet<>();
        List<Step> steps = List.of(new Step(target, null));
        while (!steps.isEmpty()) {
            List<Occurrence> found = new ArrayList<>();
            List<Step> further = new ArrayList<>();
            for (Step step : steps) {
                for (AnnotationMirror mirror : step.host().getAnnotationMirrors()) {
                    String name = JavaTypes.name(mirror.getAnnotationType());
                    if (name.equals(annotation.canonicalName())) {
                        found.add(new Occurrence(target, step.host(), mirror, step.preset()));
                    } else if (mayBePreset(name) && seen.add(name)) {
                        AnnotationMirror preset = step.preset() == null ? mirror : step.preset();
                        further.add(new Step(mirror.getAnnotationType().asElement(), preset));
                    }
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
            steps = further;
        }
        return List.of();
    }

    private static boolean mayBePreset(String annotation) {
        return !annotation.startsWith("java.") && !annotation.startsWith(RuntimeNames.ANNOTATIONS + ".");
    }

    /** The annotation on the target: the preset, or the one of ours. */
    public Position onTarget() {
        return Position.of(target, preset == null ? mirror : preset);
    }

    /** The annotation of ours, or the preset where that is shown instead, because it is in a class file. */
    public Position at() {
        Position written = Position.of(host, mirror);
        return preset == null ? written : written.or(onTarget());
    }

    /** Which of the target's annotations it is or comes with. */
    public int index() {
        return target.getAnnotationMirrors().indexOf(preset == null ? mirror : preset);
    }

    public String simpleName() {
        return mirror.getAnnotationType().asElement().getSimpleName().toString();
    }
}
