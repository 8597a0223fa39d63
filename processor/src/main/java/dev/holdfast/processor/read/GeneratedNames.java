package dev.holdfast.processor.read;

import com.palantir.javapoet.ClassName;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.AnnotationValues;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Occurrence;
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
    ClassName nameFor(TypeElement type) {
        return nameFor(type, true);
    }

    /** The class that users most likely expect for what gets none; null if there is no name for it. */
    @Nullable
    ClassName nameOfStub(TypeElement type) {
        return nameFor(type, false);
    }

    private @Nullable ClassName nameFor(TypeElement type, boolean report) {
        Occurrence options = Occurrence.find(type, RuntimeNames.RESILIENT_ANNOTATION);
        AnnotationReader annotation = options == null ? null : new AnnotationReader(options, type, java, problems);
        String pattern = annotation == null ? DEFAULT : annotation.string("className");
        Position at = annotation == null ? Position.of(type) : annotation.at("className");
        String whyInvalid = whyInvalid(simpleName(type, pattern));
        boolean valid = whyInvalid == null;
        boolean reported = report && valid;
        if (whyInvalid != null && report) {
            problems.error(Diagnostic.CLASS_NAME_INVALID, at, Names.of(type), pattern, whyInvalid);
        }
        // A stub needs a name all the same: users of the class most likely expect the usual one.
        ClassName name = ClassName.get(
                java.elements().getPackageOf(type).getQualifiedName().toString(),
                simpleName(type, valid ? pattern : DEFAULT));
        int bytes = FileNames.bytes(name.simpleName());
        if (bytes > FileNames.LONGEST_TOP_LEVEL) {
            if (reported) {
                problems.error(Diagnostic.CLASS_NAME_TOO_LONG, at, Names.of(type), bytes, FileNames.LONGEST_TOP_LEVEL);
            }
            return null;
        }
        Element existing = existing(name);
        if (existing != null || java.memberTypes(type).contains(name.simpleName())) {
            if (reported && existing != null && isGenerated(existing)) {
                problems.error(Diagnostic.STALE_SOURCE, at, Names.of(type), name.canonicalName());
            } else if (reported) {
                problems.error(
                        Diagnostic.CLASS_NAME_TAKEN,
                        at,
                        Names.of(type),
                        name.canonicalName(),
                        whyTaken(name, existing));
            }
            return null;
        }
        String owner = otherOwner(name, type.getQualifiedName().toString());
        if (owner == null) {
            return name;
        }
        if (reported) {
            boolean same = owner.equals(owners.get(name.canonicalName()));
            problems.error(
                    Diagnostic.CLASS_NAME_COLLISION,
                    at,
                    Names.of(type),
                    owner,
                    name.canonicalName(),
                    same ? "" : " in different cases, which is one file on many computers");
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

    private static String whyTaken(ClassName name, @Nullable Element existing) {
        if (existing == null) {
            return "would be hidden by a nested type of the interface";
        }
        return existing.toString().equals(name.canonicalName())
                ? "already exists"
                : "differs only in case from " + existing + ", and so would their class files";
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

    private static @Nullable String whyInvalid(String text) {
        if (!SourceVersion.isIdentifier(text) || SourceVersion.isKeyword(text)) {
            return "is not a Java name";
        }
        return RESTRICTED.contains(text) ? "is not allowed as the name of a class" : null;
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
