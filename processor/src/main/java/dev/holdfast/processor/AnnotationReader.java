package dev.holdfast.processor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Reads one annotation. A wrong value is reported where it stands and read as the attribute's default, so that the rest of
 * the annotation is checked too.
 */
final class AnnotationReader extends AnnotationValues {

    private final JavaTypes java;
    private final Problems problems;

    AnnotationReader(Element host, AnnotationMirror mirror, JavaTypes java, Problems problems) {
        super(host, mirror);
        this.java = java;
        this.problems = problems;
    }

    JavaTypes java() {
        return java;
    }

    Problems problems() {
        return problems;
    }

    int integer(String attribute, int least, int most) {
        int value = (Integer) value(attribute).getValue();
        if (value >= least && value <= most) {
            return value;
        }
        String range = most == Integer.MAX_VALUE ? "at least " + least : "from " + least + " to " + most;
        problems.error(Diagnostic.OUT_OF_RANGE, at(attribute), name(), attribute, value, range);
        return (Integer) byDefault(attribute).getValue();
    }

    double factor(String attribute) {
        double value = (Double) value(attribute).getValue();
        if (value >= 1.0 && value <= 100.0) {
            return value;
        }
        problems.error(Diagnostic.OUT_OF_RANGE, at(attribute), name(), attribute, value, "from 1.0 to 100.0");
        return (Double) byDefault(attribute).getValue();
    }

    /** A duration in nanoseconds, zero allowed. */
    long duration(String attribute) {
        Duration duration = Durations.parse(string(attribute));
        if (duration == null) {
            problems.error(Diagnostic.DURATION_SYNTAX, at(attribute), name(), attribute, string(attribute));
        } else if (duration.compareTo(Durations.LONGEST) > 0) {
            problems.error(Diagnostic.DURATION_TOO_LONG, at(attribute), name(), attribute, string(attribute));
        } else {
            return duration.toNanos();
        }
        return defaultDuration(attribute);
    }

    /** The default of a duration attribute in nanoseconds; -1 where that is an empty string. */
    long defaultDuration(String attribute) {
        Duration byDefault = Durations.parse((String) byDefault(attribute).getValue());
        return byDefault == null ? -1 : byDefault.toNanos();
    }

    /** A duration of more than zero. */
    long positiveDuration(String attribute) {
        long nanos = duration(attribute);
        if (nanos == 0) {
            problems.error(Diagnostic.DURATION_ZERO, at(attribute), name(), attribute);
        }
        return nanos;
    }

    /** A duration of more than zero, or -1 where the attribute is empty, as it is by default. */
    long optionalDuration(String attribute) {
        return string(attribute).isEmpty() ? -1 : positiveDuration(attribute);
    }

    /** Reports a maximum below the minimum that it goes with. */
    void checkOrder(String minimumName, long minimum, String maximumName, long maximum) {
        if (maximum >= 0 && minimum >= 0 && maximum < minimum) {
            Position where = written(maximumName) != null ? at(maximumName) : at(minimumName);
            problems.error(
                    Diagnostic.MAXIMUM_TOO_SMALL,
                    where,
                    name(),
                    maximumName,
                    Durations.format(maximum),
                    minimumName,
                    Durations.format(minimum));
        }
    }

    List<String> statusPatterns(String attribute) {
        List<String> patterns = new ArrayList<>();
        for (AnnotationValue value : values(attribute)) {
            String pattern = (String) value.getValue();
            patterns.add(pattern);
            if (!StatusPatterns.isValid(pattern)) {
                problems.error(Diagnostic.STATUS_PATTERN, at(value), name(), attribute, pattern);
            }
        }
        return patterns;
    }

    List<Integer> errorStatuses(String attribute) {
        List<Integer> statuses = new ArrayList<>();
        for (AnnotationValue value : values(attribute)) {
            int status = (Integer) value.getValue();
            statuses.add(status);
            if (status < 400 || status > 599) {
                problems.error(Diagnostic.STATUS_RANGE, at(value), name(), attribute, status);
            }
        }
        return statuses;
    }

    /** The classes of an attribute, each visible to code beside the annotated type. */
    List<TypeMirror> classes(String attribute) {
        List<TypeMirror> classes = new ArrayList<>();
        for (AnnotationValue value : values(attribute)) {
            TypeMirror type = classOf(value);
            classes.add(type);
            PackageElement home = java.elements().getPackageOf(host());
            if (type instanceof DeclaredType && !java.isAccessible(JavaTypes.element(type), home)) {
                problems.error(
                        Diagnostic.INACCESSIBLE_TYPE,
                        at(value),
                        name(),
                        attribute,
                        Names.of(type),
                        home.getQualifiedName());
            }
        }
        return classes;
    }

    TypeMirror classValue(String attribute) {
        return classOf(value(attribute));
    }

    private TypeMirror classOf(AnnotationValue value) {
        // javac gives the string "<error>" for a class that it does not know, other compilers an error type.
        if (value.getValue() instanceof TypeMirror type && type.getKind() != TypeKind.ERROR) {
            return type;
        }
        throw new UnresolvedTypeException(host(), value.getValue().toString());
    }
}
