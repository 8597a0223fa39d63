package dev.holdfast.processor.read;

import com.palantir.javapoet.ClassName;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.check.LocalMethods;
import dev.holdfast.processor.diagnostic.AttributeDiagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.diagnostic.TargetDiagnostic;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the clients that a client's methods return, as far as {@code @Resilient(nested)} names them: each of the interfaces there and
 * those that it leads to, or those of them that are named too.
 */
final class FamilyReader {

    private final Subject root;
    private final Selection selection;
    private final LocalMethods local;
    private final SignatureScan scan;
    private final JavaTypes java;
    private final Problems problems;
    private final Set<TypeElement> named;

    /** Interfaces within the policy interface, by the one that each has settings for. */
    private final Map<TypeElement, TypeElement> settings = new LinkedHashMap<>();

    private final Map<TypeElement, FamilyMember> members = new LinkedHashMap<>();

    FamilyReader(Subject root, Selection selection, LocalMethods local, SignatureScan scan, Problems problems) {
        this.root = root;
        this.selection = selection;
        this.local = local;
        this.scan = scan;
        this.java = scan.types().java();
        this.problems = problems;
        this.named = Set.copyOf(root.nested());
    }

    /**
     * Whether a type only has settings for a client that a method returns, and no class of its own: that which it names or, without
     * options, extends.
     */
    static boolean isSettings(TypeElement type, JavaTypes java, Problems problems) {
        if (!(type.getEnclosingElement() instanceof TypeElement outer) || type.getKind() != ElementKind.INTERFACE) {
            return false;
        }
        Subject own = Subject.of(type, java, problems);
        boolean namesClient = own.options() == null ? !type.getInterfaces().isEmpty() : !own.isOwned();
        return namesClient && !Subject.of(outer, java, problems).nested().isEmpty();
    }

    /** Returns the client, then those that its methods return. Reports named types that no method returns. */
    List<FamilyMember> read(List<ApiMethod> methods) {
        members.put(root.target(), new FamilyMember(root, methods, ""));
        if (named.isEmpty() || root.isOwned()) {
            reportUnused();
            return List.copyOf(members.values());
        }
        selection.own(List.of(), root.target());
        readSettings();
        Deque<FamilyMember> open = new ArrayDeque<>(members.values());
        while (!open.isEmpty()) {
            FamilyMember member = open.remove();
            boolean all = leadsToAll(member);
            for (ApiMethod method : member.methods()) {
                TypeElement type = selection.isLeftOut(method) ? null : client(method, member, all);
                if (type != null && !members.containsKey(type)) {
                    FamilyMember found = member(type);
                    members.put(type, found);
                    open.add(found);
                }
            }
        }
        reportUnused();
        return labelled();
    }

    /** Unless some of the clients that it leads to are named, which are all that are wanted then. */
    private boolean leadsToAll(FamilyMember member) {
        if (member.isRoot()) {
            return named.contains(root.target());
        }
        return member.methods().stream()
                .map(ApiMethod::returns)
                .filter(each -> each.getKind() == TypeKind.DECLARED)
                .map(JavaTypes::element)
                .noneMatch(each -> named.contains(each) && !each.equals(member.type()) && !each.equals(root.target()));
    }

    private @Nullable TypeElement client(ApiMethod method, FamilyMember member, boolean all) {
        if (method.returns().getKind() != TypeKind.DECLARED) {
            return null;
        }
        TypeElement type = JavaTypes.element(method.returns());
        boolean wanted = named.contains(type) || (all && selection.returnsClient(method, member.type()));
        boolean ofClass = member.subject().isOfClass();
        return wanted && (isImplementable(type) || (ofClass && isClass(type))) ? type : null;
    }

    /** Whether a method of a class can return a generated class in place of that type: signatures of such methods are ours. */
    private boolean isClass(TypeElement type) {
        return type.getKind() == ElementKind.CLASS
                && !type.getQualifiedName().toString().startsWith("java.")
                && java.isAccessible(type, java.elements().getPackageOf(root.policies()));
    }

    private boolean isImplementable(TypeElement type) {
        return type.getKind() == ElementKind.INTERFACE
                && !type.getModifiers().contains(Modifier.SEALED)
                && java.isAccessible(type, java.elements().getPackageOf(root.policies()));
    }

    private FamilyMember member(TypeElement type) {
        TypeElement own = settings.get(type);
        Subject subject = new Subject(own == null ? root.policies() : own, type, root.options());
        List<ApiMethod> methods = own == null ? methods(subject) : new TargetMethods(subject, java, problems).read();
        selection.own(methods, type);
        AnnotationReader options = root.options();
        List<ApiMethod> written = options == null || !subject.isOfClass()
                ? methods
                : new ClassTarget(subject, options, local, scan.types()).methodsOfNested(methods, selection);
        return new FamilyMember(subject, written, Names.of(type));
    }

    /** The methods of a client without settings of their own. */
    private List<ApiMethod> methods(Subject subject) {
        TypeElement type = subject.target();
        List<ApiMethod> methods = subject.isOfClass() ? ApiMethod.ofClass(type, java) : ApiMethod.of(type, java);
        return methods.stream()
                .map(each -> each.with(root.policies(), List.of()))
                .toList();
    }

    private void readSettings() {
        for (TypeElement type : ElementFilter.typesIn(root.policies().getEnclosedElements())) {
            if (isSettings(type, java, problems)) {
                TypeElement target = clientOf(Subject.of(type, java, problems));
                TypeElement other = settings.putIfAbsent(target, type);
                if (other != null) {
                    problems.report(TargetDiagnostic.NOT_IN_TARGET_TWICE, Position.of(type), type, other, target);
                }
            }
        }
    }

    /** The client that settings are for. Reports options which would be those of a class. */
    private TypeElement clientOf(Subject settings) {
        AnnotationReader options = settings.options();
        if (options == null) {
            return JavaTypes.element(settings.policies().getInterfaces().get(0));
        }
        for (String option : options.written()) {
            if (!option.equals(Subject.OF)) {
                problems.report(
                        TargetDiagnostic.NOT_IN_TARGET_OPTION,
                        options.at(option),
                        option,
                        settings.policies(),
                        settings.target());
            }
        }
        return settings.target();
    }

    private void reportUnused() {
        AnnotationReader annotation = root.options();
        if (annotation != null && !root.isOwned()) {
            for (AnnotationValue value : annotation.values(Subject.NESTED)) {
                TypeMirror type = annotation.as(TypeMirror.class, value);
                if (type.getKind() != TypeKind.DECLARED || !members.containsKey(JavaTypes.element(type))) {
                    reportUnused(type, annotation.at(value), annotation);
                }
            }
        }
        settings.forEach((type, own) -> {
            if (!members.containsKey(type) || type.equals(root.target())) {
                problems.report(TargetDiagnostic.NOT_IN_TARGET_NESTED, Position.of(own), own, type);
            }
        });
    }

    private void reportUnused(TypeMirror mirror, Position at, AnnotationReader annotation) {
        if (mirror.getKind() != TypeKind.DECLARED) {
            problems.report(TargetDiagnostic.NESTED_NOT_AN_INTERFACE, at, mirror, "no interface");
            return;
        }
        TypeElement type = JavaTypes.element(mirror);
        boolean classes = type.getKind() == ElementKind.CLASS && root.isOfClass();
        if (type.getKind() != ElementKind.INTERFACE && !classes) {
            problems.report(TargetDiagnostic.NESTED_NOT_AN_INTERFACE, at, mirror, Names.kind(type));
        } else if (type.getModifiers().contains(Modifier.SEALED) && !classes) {
            problems.report(TargetDiagnostic.NESTED_SEALED, at, type);
        } else if (!java.isAccessible(type, annotation.home())) {
            problems.report(
                    AttributeDiagnostic.INACCESSIBLE_CLASS,
                    at,
                    annotation.name(),
                    Subject.NESTED,
                    mirror,
                    annotation.home().getQualifiedName());
        } else {
            problems.report(TargetDiagnostic.NESTED_UNUSED, at, type, root.target());
        }
    }

    /** Simple names, after the last part of the package where several interfaces have one. */
    private List<FamilyMember> labelled() {
        Map<String, Long> simple = members.keySet().stream()
                .collect(Collectors.groupingBy(FamilyReader::label, HashMap::new, Collectors.counting()));
        Set<String> taken = new HashSet<>();
        List<FamilyMember> labelled = new ArrayList<>();
        for (FamilyMember member : members.values()) {
            if (member.isRoot()) {
                labelled.add(member);
                continue;
            }
            String label = label(member.type());
            if (simple.getOrDefault(label, 1L) > 1) {
                label = inPackage(member.type(), label, taken);
            }
            taken.add(label);
            labelled.add(new FamilyMember(member.subject(), member.methods(), label));
        }
        return labelled;
    }

    /** As many last parts of the package before a name as tell it from others. */
    private static String inPackage(TypeElement type, String label, Set<String> taken) {
        String[] parts = ClassName.get(type).packageName().split("\\.", -1);
        String found = label;
        for (int i = parts.length - 1; i >= 0 && (found.equals(label) || taken.contains(found)); i--) {
            found = parts[i].isEmpty() ? found : Names.capitalized(parts[i]) + found;
        }
        while (taken.contains(found)) {
            found += "_";
        }
        return found;
    }

    private static String label(TypeElement type) {
        return String.join("_", Names.simpleNames(type));
    }
}
