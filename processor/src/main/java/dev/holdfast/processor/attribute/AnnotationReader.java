package dev.holdfast.processor.attribute;

import dev.holdfast.processor.diagnostic.AttributeDiagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.AnnotationValues;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Occurrence;
import dev.holdfast.processor.javac.Position;
import dev.holdfast.processor.javac.UnresolvedTypeException;
import dev.holdfast.runtime.internal.unit.StatusSet;
import dev.holdfast.runtime.internal.unit.Suggestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Reads one annotation. A wrong value is reported where it stands and read as the attribute's default, so that the rest of
 * the annotation is checked too.
 */
public final class AnnotationReader extends AnnotationValues {

    private static final double LEAST_FACTOR = 1.0;
    private static final double MOST_FACTOR = 100.0;

    private final TypeElement reader;
    private final JavaTypes java;
    private final Problems problems;

    /**
     * Reads an annotation for an interface.
     *
     * @param occurrence the annotation: for the interface or one above it, or a method of one, perhaps in another package
     * @param reader the interface that a class is generated for
     */
    public AnnotationReader(Occurrence occurrence, TypeElement reader, JavaTypes java, Problems problems) {
        super(occurrence);
        this.reader = reader;
        this.java = java;
        this.problems = problems;
    }

    public JavaTypes java() {
        return java;
    }

    public Problems problems() {
        return problems;
    }

    /** The package that the generated class is in. */
    public PackageElement home() {
        return java.elements().getPackageOf(reader);
    }

    /**
     * Where to say that the generated class cannot use something. What is right in the annotation's own package is wrong for
     * this interface only.
     *
     * @param written where it is named
     * @param usable whether code in a package could use it
     */
    public Position unusable(Position written, Predicate<PackageElement> usable) {
        return usable.test(java.elements().getPackageOf(host())) ? Position.of(reader) : written;
    }

    public int integer(String attribute, int least, int most) {
        int value = as(Integer.class, value(attribute));
        if (value >= least && value <= most) {
            return value;
        }
        if (most == Integer.MAX_VALUE) {
            problems.report(AttributeDiagnostic.BELOW_RANGE, at(attribute), name(), attribute, value, least);
        } else {
            problems.report(AttributeDiagnostic.OUT_OF_RANGE, at(attribute), name(), attribute, value, least, most);
        }
        return as(Integer.class, byDefault(attribute));
    }

    public double factor(String attribute) {
        double value = as(Double.class, value(attribute));
        if (value >= LEAST_FACTOR && value <= MOST_FACTOR) {
            return value;
        }
        problems.report(
                AttributeDiagnostic.OUT_OF_RANGE, at(attribute), name(), attribute, value, LEAST_FACTOR, MOST_FACTOR);
        return as(Double.class, byDefault(attribute));
    }

    /** A duration in nanoseconds, zero allowed. */
    public long duration(String attribute) {
        Duration duration = Durations.parse(string(attribute));
        if (duration == null) {
            String text = string(attribute);
            String meant = Suggestion.text(Durations.meant(text));
            problems.report(AttributeDiagnostic.DURATION_SYNTAX, at(attribute), name(), attribute, text, meant);
        } else if (duration.compareTo(Durations.LONGEST) > 0) {
            problems.report(AttributeDiagnostic.DURATION_TOO_LONG, at(attribute), name(), attribute, string(attribute));
        } else {
            return duration.toNanos();
        }
        return defaultDuration(attribute);
    }

    /** The default of a duration attribute in nanoseconds; -1 where that is an empty string, or there is none. */
    public long defaultDuration(String attribute) {
        AnnotationValue value = defaultOrNull(attribute);
        Duration byDefault = value == null ? null : Durations.parse(as(String.class, value));
        return byDefault == null ? -1 : byDefault.toNanos();
    }

    /** A duration of more than zero. */
    public long positiveDuration(String attribute) {
        long nanos = duration(attribute);
        if (nanos == 0) {
            problems.report(AttributeDiagnostic.DURATION_ZERO, at(attribute), name(), attribute);
        }
        return nanos;
    }

    /** A duration of more than zero, or -1 where the attribute is empty, as it is by default. */
    public long optionalDuration(String attribute) {
        return string(attribute).isEmpty() ? -1 : positiveDuration(attribute);
    }

    /** Reports a maximum below the minimum that it goes with. */
    public void checkOrder(String minimumName, long minimum, String maximumName, long maximum) {
        if (maximum >= 0 && minimum >= 0 && maximum < minimum) {
            Position where = written(maximumName) != null ? at(maximumName) : at(minimumName);
            problems.report(
                    AttributeDiagnostic.MAXIMUM_TOO_SMALL,
                    where,
                    name(),
                    maximumName,
                    Durations.format(maximum),
                    minimumName,
                    Durations.format(minimum));
        }
    }

    public List<String> statusPatterns(String attribute) {
        List<String> patterns = new ArrayList<>();
        for (AnnotationValue value : values(attribute)) {
            String pattern = as(String.class, value);
            patterns.add(pattern);
            if (!StatusSet.isPattern(pattern)) {
                String meant = Suggestion.text(StatusPatterns.meant(pattern));
                problems.report(AttributeDiagnostic.STATUS_PATTERN, at(value), name(), attribute, pattern, meant);
            }
        }
        return patterns;
    }

    public List<Integer> errorStatuses(String attribute) {
        List<Integer> statuses = new ArrayList<>();
        for (AnnotationValue value : values(attribute)) {
            int status = as(Integer.class, value);
            statuses.add(status);
            if (status < 400 || status > 599) {
                problems.report(AttributeDiagnostic.STATUS_RANGE, at(value), name(), attribute, status);
            }
        }
        return statuses;
    }

    /** The classes of an attribute, in its order, each visible to the generated class. */
    public List<TypeMirror> classes(String attribute) {
        List<TypeMirror> classes = new ArrayList<>();
        for (AnnotationValue value : values(attribute)) {
            TypeMirror type = classOf(value);
            classes.add(type);
            // Some compilers do not know the modifiers of a class that is a default.
            Predicate<PackageElement> visible = from -> java.isAccessible(JavaTypes.element(type), from);
            if (written(attribute) != null && !visible.test(home())) {
                problems.report(
                        AttributeDiagnostic.INACCESSIBLE_CLASS,
                        unusable(at(value), visible),
                        name(),
                        attribute,
                        type,
                        home().getQualifiedName());
            }
        }
        return classes;
    }

    TypeMirror classValue(String attribute) {
        return classOf(value(attribute));
    }

    private TypeMirror classOf(AnnotationValue value) {
        TypeMirror type = as(TypeMirror.class, value);
        // Primitive types and arrays are none of the classes asked for: the compiler reports them.
        if (type.getKind() == TypeKind.DECLARED) {
            return type;
        }
        throw UnresolvedTypeException.ofValue(host(), name());
    }
}
