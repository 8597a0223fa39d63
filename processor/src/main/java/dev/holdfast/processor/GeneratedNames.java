package dev.holdfast.processor;

import com.palantir.javapoet.ClassName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Names generated classes, each name once in a compilation. */
final class GeneratedNames {

    private static final String DEFAULT = "Resilient*";

    private final JavaTypes java;
    private final Problems problems;
    private final Set<String> sources = new HashSet<>();
    private final Map<String, String> owners = new HashMap<>();

    GeneratedNames(JavaTypes java, Problems problems) {
        this.java = java;
        this.problems = problems;
    }

    /** Says which top-level types exist as source. A class file may be our own of the last build, so it does not count. */
    void addSources(Set<? extends Element> roots) {
        roots.stream()
                .filter(root -> !owners.containsKey(root.toString()))
                .forEach(root -> sources.add(root.toString()));
    }

    /** The class to generate for an interface; null, and a problem, if there is no name for it. */
    @Nullable
    ClassName nameFor(TypeElement type) {
        Occurrence options = Occurrence.find(type, RuntimeNames.RESILIENT_ANNOTATION);
        AnnotationReader annotation = options == null ? null : new AnnotationReader(options, type, java, problems);
        String pattern = annotation == null ? DEFAULT : annotation.string("className");
        Position at = annotation == null ? Position.of(type) : annotation.at("className");
        boolean valid = isName(simpleName(type, pattern));
        if (!valid) {
            problems.error(Diagnostic.CLASS_NAME_INVALID, at, Names.of(type), pattern);
        }
        // A stub needs a name all the same: users of the class most likely expect the usual one.
        ClassName name = ClassName.get(
                java.elements().getPackageOf(type).getQualifiedName().toString(),
                simpleName(type, valid ? pattern : DEFAULT));
        boolean exists = sources.contains(name.canonicalName());
        if (exists || java.memberTypes(type).contains(name.simpleName())) {
            if (valid) {
                String why = exists ? "already exists" : "would be hidden by a type of that name within the interface";
                problems.error(Diagnostic.CLASS_NAME_TAKEN, at, Names.of(type), name.canonicalName(), why);
            }
            return null;
        }
        String mine = type.getQualifiedName().toString();
        String owner = owners.putIfAbsent(name.canonicalName(), mine);
        if (owner == null || owner.equals(mine)) {
            return name;
        }
        if (valid) {
            problems.error(Diagnostic.CLASS_NAME_COLLISION, at, Names.of(type), owner, name.canonicalName());
        }
        return null;
    }

    private static String simpleName(TypeElement type, String pattern) {
        return pattern.replace("*", String.join("_", Names.simpleNames(type)));
    }

    private static boolean isName(String text) {
        return SourceVersion.isIdentifier(text) && !SourceVersion.isKeyword(text);
    }
}
