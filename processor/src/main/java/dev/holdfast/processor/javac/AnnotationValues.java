package dev.holdfast.processor.javac;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** The attributes of one annotation, written or not, each with its position. */
public class AnnotationValues {

    private final Occurrence occurrence;
    private final AnnotationMirror mirror;

    /** Read once: compilers make a new list of an annotation's members each time. */
    private @Nullable Map<String, AnnotationValue> defaults;

    public AnnotationValues(Occurrence occurrence) {
        this.occurrence = occurrence;
        this.mirror = occurrence.mirror();
    }

    /** The annotation of a type that stands on an element itself. */
    public static @Nullable AnnotationMirror find(Element host, String annotation) {
        for (AnnotationMirror mirror : host.getAnnotationMirrors()) {
            if (JavaTypes.name(mirror.getAnnotationType()).equals(annotation)) {
                return mirror;
            }
        }
        return null;
    }

    /** What the annotation is written on: the target, or an annotation type. */
    public Element host() {
        return occurrence.host();
    }

    /** The type or method that the annotation holds for. */
    public Element target() {
        return occurrence.target();
    }

    public boolean isOnType() {
        return target() instanceof TypeElement;
    }

    /** The annotated type, or the one that the annotated method is in. */
    public TypeElement type() {
        return target() instanceof TypeElement itself ? itself : Names.typeOf(target());
    }

    /** The annotation's simple name. */
    public String name() {
        return occurrence.simpleName();
    }

    /** The simple name of the user's annotation on the target that brings it; empty where there is none. */
    public String presetName() {
        AnnotationMirror preset = occurrence.preset();
        return preset == null
                ? ""
                : preset.getAnnotationType().asElement().getSimpleName().toString();
    }

    /** The annotation on the target: the one of ours, or the preset that brings it. */
    public Position onTarget() {
        return occurrence.onTarget();
    }

    public Position at() {
        return occurrence.at();
    }

    /** Where an attribute's value stands; where it is not written, the annotation. */
    public Position at(String attribute) {
        return at(written(attribute));
    }

    /** Where one of the values of an array stands. */
    public Position at(@Nullable AnnotationValue value) {
        return at().on(value);
    }

    public final @Nullable AnnotationValue written(String attribute) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(attribute)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** The attributes that are written. */
    public final List<String> written() {
        return mirror.getElementValues().keySet().stream()
                .map(each -> each.getSimpleName().toString())
                .toList();
    }

    public final @Nullable AnnotationValue defaultOrNull(String attribute) {
        Map<String, AnnotationValue> known = defaults;
        if (known == null) {
            known = defaults();
            defaults = known;
        }
        return known.get(attribute);
    }

    private Map<String, AnnotationValue> defaults() {
        Map<String, AnnotationValue> found = new HashMap<>();
        for (ExecutableElement method :
                ElementFilter.methodsIn(mirror.getAnnotationType().asElement().getEnclosedElements())) {
            AnnotationValue value = method.getDefaultValue();
            if (value != null) {
                found.put(method.getSimpleName().toString(), value);
            }
        }
        return found;
    }

    public final AnnotationValue byDefault(String attribute) {
        AnnotationValue value = defaultOrNull(attribute);
        if (value == null) {
            throw new IllegalStateException("@" + name() + " has no attribute " + attribute + " with a default");
        }
        return value;
    }

    public final AnnotationValue value(String attribute) {
        AnnotationValue written = written(attribute);
        AnnotationValue value = written != null ? written : defaultOrNull(attribute);
        if (value == null) {
            // It must be written, and is not, as the compiler says itself.
            throw UnresolvedTypeException.ofValue(host(), name());
        }
        return value;
    }

    /** Whether an attribute has another value than the annotation gives it, written or not. */
    public boolean differs(String attribute) {
        AnnotationValue written = written(attribute);
        return written != null
                && !written.toString().equals(byDefault(attribute).toString());
    }

    /**
     * A value as the type that its attribute has.
     *
     * @throws UnresolvedTypeException if it is of another, because it is wrong, as the compiler says itself, or names what
     *     does not exist, perhaps not yet
     */
    public final <T> T as(Class<T> type, AnnotationValue value) {
        Object content = value.getValue();
        // An error is the string "<error>" in javac, which as a value would be in quotes here.
        if (type.isInstance(content) && !value.toString().equals("<error>")) {
            return type.cast(content);
        }
        throw UnresolvedTypeException.ofValue(host(), name());
    }

    public String string(String attribute) {
        return as(String.class, value(attribute));
    }

    public boolean bool(String attribute) {
        return as(Boolean.class, value(attribute));
    }

    /** The name of an enum constant. */
    public String constant(String attribute) {
        return as(VariableElement.class, value(attribute)).getSimpleName().toString();
    }

    /** All classes that are written in the annotation. */
    public List<TypeMirror> allClasses() {
        List<TypeMirror> classes = new ArrayList<>();
        for (AnnotationValue value : mirror.getElementValues().values()) {
            List<?> values = value.getValue() instanceof List<?> list ? list : List.of(value);
            for (Object each : values) {
                if (((AnnotationValue) each).getValue() instanceof TypeMirror type) {
                    classes.add(type);
                }
            }
        }
        return classes;
    }

    @SuppressWarnings("unchecked") // the language model's own rule for arrays
    public List<? extends AnnotationValue> values(String attribute) {
        return (List<? extends AnnotationValue>) as(List.class, value(attribute));
    }
}
