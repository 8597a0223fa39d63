package dev.holdfast.processor.read;

import com.palantir.javapoet.ClassName;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.InterfaceDiagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.diagnostic.TargetDiagnostic;
import dev.holdfast.processor.javac.AnnotationValues;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Position;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Names generated classes, each name once in a compilation, be it only in another case: each has class files. */
public final class GeneratedNames {

    private static final String DEFAULT = "Resilient*";

    /** Identifiers, but no names of classes. */
    private static final Set<String> RESTRICTED = Set.of("permits", "record", "sealed", "var", "yield");

    /** A generated class and its interface. */
    private record Owner(String generated, String interfaceName) {}

    private final JavaTypes java;
    private final Problems problems;

    /** By name in lower case. */
    private final Map<String, Element> sources = new HashMap<>();

    private final Map<String, String> owners = new HashMap<>();

    /** By name in lower case. */
    private final Map<String, Owner> files = new HashMap<>();

    public GeneratedNames(JavaTypes java, Problems problems) {
        this.java = java;
        this.problems = problems;
    }

    /** Says which top-level types exist as source. A class file may be our own of the last build, so it does not count. */
    public void addSources(Set<? extends Element> roots) {
        roots.stream().filter(root -> !owners.containsKey(root.toString())).forEach(root -> {
            // Of two that differ in case the one that is ours to be, if it is there.
            sources.put(root.toString(), root);
            sources.putIfAbsent(lowerCase(root.toString()), root);
        });
    }

    /** The class to generate for an interface; null, and a problem, if there is no name for it. */
    @Nullable
    ClassName nameFor(Subject subject) {
        return nameFor(subject, true);
    }

    /** The class that users most likely expect for what gets none; null if there is no name for it. */
    @Nullable
    ClassName nameOfStub(Subject subject) {
        return nameFor(subject, false);
    }

    /** The interface to generate beside a class; null if none is wanted, or, with a problem, if there is no name for it. */
    @Nullable
    ClassName facadeFor(Subject subject, ClassName generated) {
        AnnotationReader annotation = subject.options();
        String pattern = annotation == null ? "" : annotation.string("interfaceName");
        if (annotation == null || pattern.isEmpty()) {
            return null;
        }
        TypeElement type = subject.policies();
        Position at = annotation.at("interfaceName");
        String simpleName = simpleName(subject.target(), pattern);
        if (invalid(simpleName) != null || FileNames.bytes(simpleName) > FileNames.LONGEST_TOP_LEVEL) {
            problems.report(TargetDiagnostic.INTERFACE_NAME_INVALID, at, type, pattern);
            return null;
        }
        ClassName name = ClassName.get(generated.packageName(), simpleName);
        boolean taken = existing(name) != null
                || name.simpleName().equalsIgnoreCase(generated.simpleName())
                || otherOwner(name, type.getQualifiedName().toString()) != null;
        if (taken) {
            problems.report(TargetDiagnostic.INTERFACE_NAME_TAKEN, at, type, name.canonicalName());
        }
        return taken ? null : name;
    }

    private @Nullable ClassName nameFor(Subject subject, boolean report) {
        TypeElement type = subject.policies();
        TypeElement target = subject.target();
        AnnotationReader annotation = subject.options();
        String pattern = annotation == null ? DEFAULT : annotation.string("className");
        Position at = annotation == null ? Position.of(type) : annotation.at("className");
        Diagnostic invalid = invalid(simpleName(target, pattern));
        boolean valid = invalid == null;
        boolean reported = report && valid;
        if (invalid != null && report) {
            problems.report(invalid, at, type, pattern);
        }
        // A stub needs a name all the same: users of the class most likely expect the usual one.
        ClassName name = ClassName.get(
                java.elements().getPackageOf(type).getQualifiedName().toString(),
                simpleName(target, valid ? pattern : DEFAULT));
        int bytes = FileNames.bytes(name.simpleName());
        if (bytes > FileNames.LONGEST_TOP_LEVEL) {
            if (reported) {
                problems.report(InterfaceDiagnostic.CLASS_NAME_TOO_LONG, at, type, bytes, FileNames.LONGEST_TOP_LEVEL);
            }
            return null;
        }
        Element existing = existing(name);
        if (existing != null || java.memberTypes(target).contains(name.simpleName())) {
            if (reported && existing != null && isGenerated(existing)) {
                problems.report(InterfaceDiagnostic.STALE_SOURCE, at, type, name.canonicalName());
            } else if (reported) {
                reportTaken(type, name, existing, at);
            }
            return null;
        }
        String owner = otherOwner(name, type.getQualifiedName().toString());
        if (owner == null) {
            return name;
        }
        if (reported) {
            boolean same = owner.equals(owners.get(name.canonicalName()));
            problems.report(
                    same ? InterfaceDiagnostic.CLASS_NAME_COLLISION : InterfaceDiagnostic.CLASS_NAME_COLLISION_IN_CASE,
                    at,
                    type,
                    owner,
                    name.canonicalName());
        }
        return null;
    }

    /** A type of the user's that has the name, or the same class file where names that differ in case are one. */
    private @Nullable Element existing(ClassName name) {
        Element same = sources.get(name.canonicalName());
        return same != null ? same : sources.get(lowerCase(name.canonicalName()));
    }

    /** A copy of what an earlier build has written, among the sources. */
    private static boolean isGenerated(Element existing) {
        return AnnotationValues.find(existing, RuntimeNames.GENERATED_ANNOTATION.canonicalName()) != null;
    }

    private void reportTaken(TypeElement type, ClassName name, @Nullable Element existing, Position at) {
        String generated = name.canonicalName();
        if (existing == null) {
            problems.report(InterfaceDiagnostic.CLASS_NAME_HIDDEN, at, type, generated);
        } else if (existing.toString().equals(generated)) {
            problems.report(InterfaceDiagnostic.CLASS_NAME_TAKEN, at, type, generated);
        } else {
            problems.report(
                    InterfaceDiagnostic.CLASS_NAME_TAKEN_IN_OTHER_CASE, at, type, generated, existing.toString());
        }
    }

    /** The interface that has taken a name for its class, or one that differs in case only; null if none has. */
    private @Nullable String otherOwner(ClassName name, String mine) {
        String owner = owners.putIfAbsent(name.canonicalName(), mine);
        if (owner != null && !owner.equals(mine)) {
            return owner;
        }
        Owner file = files.putIfAbsent(lowerCase(name.canonicalName()), new Owner(name.canonicalName(), mine));
        // Where the interfaces differ in case only, their author has met with this already.
        return file == null
                        || file.interfaceName().equalsIgnoreCase(mine)
                        || file.generated().equals(name.canonicalName())
                ? null
                : file.interfaceName();
    }

    private static String simpleName(TypeElement type, String pattern) {
        return pattern.replace("*", String.join("_", Names.simpleNames(type)));
    }

    private static @Nullable Diagnostic invalid(String text) {
        if (!SourceVersion.isIdentifier(text) || SourceVersion.isKeyword(text)) {
            return InterfaceDiagnostic.CLASS_NAME_INVALID;
        }
        return RESTRICTED.contains(text) ? InterfaceDiagnostic.CLASS_NAME_RESTRICTED : null;
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
