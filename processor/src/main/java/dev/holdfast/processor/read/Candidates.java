package dev.holdfast.processor.read;

import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.diagnostic.ProcessorDiagnostic;
import dev.holdfast.processor.javac.AnnotationValues;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Position;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Finds the types of a round to look at: those with an annotation of ours, or with a preset, on them or on a method. Types
 * are kept by name: elements of one round mean nothing in the next.
 */
public final class Candidates {

    private final JavaTypes java;
    private final Problems problems;

    /** Presets that the processor was told of, so that compilers hand over what carries them. */
    private final Set<String> listed;

    /** Presets whose source is part of this compilation. */
    private final Set<String> compiled = new TreeSet<>();

    private final Set<String> deferred = new TreeSet<>();

    public Candidates(JavaTypes java, Problems problems, Collection<String> listed) {
        this.java = java;
        this.problems = problems;
        this.listed = Set.copyOf(listed);
    }

    /** Puts a type off to the next round. */
    public void defer(TypeElement type) {
        deferred.add(type.getQualifiedName().toString());
    }

    /**
     * The types of a round, sorted by name.
     *
     * @param annotations those of the annotations asked for that are there
     */
    public Collection<TypeElement> in(RoundEnvironment round, Set<? extends TypeElement> annotations) {
        SortedMap<String, TypeElement> found = new TreeMap<>();
        for (String name : deferred) {
            TypeElement type = java.elements().getTypeElement(name);
            if (type != null) {
                found.put(name, type);
            }
        }
        deferred.clear();
        for (TypeElement annotation : annotations) {
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                add(element, found);
            }
        }
        addPresets(round, found);
        return found.values();
    }

    /** What carries a preset of this compilation, or a preset that carries it. */
    private void addPresets(RoundEnvironment round, SortedMap<String, TypeElement> found) {
        compiled.addAll(found.values().stream()
                .filter(each -> each.getKind() == ElementKind.ANNOTATION_TYPE)
                .map(each -> each.getQualifiedName().toString())
                .toList());
        Deque<String> open = new ArrayDeque<>(compiled);
        while (!open.isEmpty()) {
            TypeElement preset = java.elements().getTypeElement(open.remove());
            Set<? extends Element> users = preset == null ? Set.of() : round.getElementsAnnotatedWith(preset);
            for (Element user : users) {
                if (user.getKind() == ElementKind.ANNOTATION_TYPE) {
                    String name = ((TypeElement) user).getQualifiedName().toString();
                    if (compiled.add(name)) {
                        open.add(name);
                    }
                } else if (add(user, found)) {
                    reportUnlisted(user, preset);
                }
            }
        }
    }

    /** Adds the type that an element is or is in; says whether it was not there yet. */
    private static boolean add(Element element, SortedMap<String, TypeElement> found) {
        TypeElement type = element instanceof TypeElement itself
                ? itself
                // A preset may stand on parameters and fields too, where it means nothing to us.
                : element instanceof ExecutableElement ? Names.typeOf(element) : null;
        return type != null && found.put(type.getQualifiedName().toString(), type) == null;
    }

    private void reportUnlisted(Element user, TypeElement preset) {
        String name = preset.getQualifiedName().toString();
        AnnotationMirror mirror = AnnotationValues.find(user, name);
        TypeElement type = user instanceof TypeElement itself ? itself : Names.typeOf(user);
        // What is in the preset's own file is always compiled with it.
        boolean apart = !Names.outermost(type).equals(Names.outermost(preset));
        if (!listed.contains(name) && mirror != null && apart && type.getKind() == ElementKind.INTERFACE) {
            problems.report(
                    ProcessorDiagnostic.UNLISTED_PRESET,
                    Position.of(user, mirror),
                    preset.getSimpleName(),
                    user,
                    name,
                    type);
        }
    }
}
