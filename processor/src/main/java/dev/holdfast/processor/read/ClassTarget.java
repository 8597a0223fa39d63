package dev.holdfast.processor.read;

import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.check.LocalMethods;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.TargetDiagnostic;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.TypeNames;
import dev.holdfast.processor.kind.ReturnKinds;
import dev.holdfast.processor.model.MethodModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;

/** A class of a library that a policy interface names: what of it the generated class has. */
final class ClassTarget {

    private static final int MOST_SHOWN = 5;

    private final Subject subject;
    private final AnnotationReader options;
    private final LocalMethods local;
    private final TypeNames types;
    private final JavaTypes java;

    ClassTarget(Subject subject, AnnotationReader options, LocalMethods local, TypeNames types) {
        this.subject = subject;
        this.options = options;
        this.local = local;
        this.types = types;
        this.java = types.java();
    }

    /**
     * The methods of the generated class. Reports what it leaves out, and interfaces that would do in place of the class.
     *
     * @param all the methods of the class
     * @param selection the user's choice
     * @return none where the class need not or can't be protected, which is reported too
     */
    List<ApiMethod> methods(List<ApiMethod> all, Selection selection) {
        TypeElement target = subject.target();
        List<ApiMethod> chosen = all.stream().filter(selection::isInClass).toList();
        Map<Boolean, List<ApiMethod>> written = byCanBeWritten(chosen);
        List<ApiMethod> methods = written.getOrDefault(true, List.of());
        // Names that choose nothing are reported as such.
        if (methods.isEmpty() && (all.isEmpty() || !chosen.isEmpty())) {
            report(TargetDiagnostic.TARGET_WITHOUT_METHODS, target, Names.kind(target));
        } else if (hasInterface(all)) {
            return List.of();
        }
        reportLeftOut(written.getOrDefault(false, List.of()));
        return methods;
    }

    /**
     * The methods of the nested class for a class whose instances methods return. Reports what it leaves out.
     *
     * @param all the methods of the class
     * @param selection the user's choice
     */
    List<ApiMethod> methodsOfNested(List<ApiMethod> all, Selection selection) {
        Map<Boolean, List<ApiMethod>> written =
                byCanBeWritten(all.stream().filter(selection::isInClass).toList());
        reportLeftOut(written.getOrDefault(false, List.of()));
        return written.getOrDefault(true, List.of());
    }

    private Map<Boolean, List<ApiMethod>> byCanBeWritten(List<ApiMethod> methods) {
        return methods.stream().collect(Collectors.partitioningBy(this::canBeWritten));
    }

    private void reportLeftOut(List<ApiMethod> methods) {
        TypeElement target = subject.target();
        List<String> leftOut = new ArrayList<>();
        for (ApiMethod method : methods) {
            if (!leftOut.contains(method.name()) && SourceVersion.isName(method.name())) {
                // Java code can't call the others: Kotlin gives methods such names to hide them.
                leftOut.add(method.name());
            }
        }
        leftOut.addAll(fields(target));
        if (!leftOut.isEmpty()) {
            int more = leftOut.size() - MOST_SHOWN;
            String shown = leftOut.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "));
            report(TargetDiagnostic.MEMBERS_LEFT_OUT, target, shown + (more > 0 ? " and " + more + " more" : ""));
        }
    }

    /** Whether the generated class can name all types of a method, and put a client that it returns behind its policies. */
    private boolean canBeWritten(ApiMethod method) {
        SignatureScan scan = new SignatureScan(types);
        scan.scan(method);
        return scan.isClean() && (!returnsTarget(method, subject) || returnsSame(method.returns()));
    }

    /** Whether a method returns a client of the class itself, whatever its type arguments. */
    static boolean returnsTarget(ApiMethod method, Subject subject) {
        return subject.isOfClass() && returns(method, subject.target());
    }

    static boolean returns(ApiMethod method, TypeElement client) {
        return !ReturnKinds.of(method).isLater()
                && method.returns() instanceof DeclaredType
                && JavaTypes.element(method.returns()).equals(client);
    }

    /** The name of a method that puts a client behind the policies of another, called as no method of these. */
    static String wrapper(List<ApiMethod> methods) {
        Set<String> names = methods.stream().map(ApiMethod::name).collect(Collectors.toSet());
        String name = "wrap";
        while (names.contains(name)) {
            name += "_";
        }
        return name;
    }

    /** Whether a method may return null, as far as is known. */
    static boolean mayBeNull(MethodModel.Signature signature, Subject subject, JavaTypes java) {
        return !DeclarationReader.isNullMarked(subject, java)
                || Stream.concat(signature.annotations().stream(), signature.returnAnnotations().stream())
                        .anyMatch(each -> each.type().toString().matches(".*[.](\\w*Nullable|CheckForNull)"));
    }

    /** Whether a client has the type arguments of the one that returns it. */
    private boolean returnsSame(TypeMirror client) {
        List<? extends TypeMirror> arguments = ((DeclaredType) client).getTypeArguments();
        List<Element> variables = subject.target().getTypeParameters().stream()
                .map(Element.class::cast)
                .toList();
        return arguments.stream()
                .map(each -> each instanceof TypeVariable variable ? variable.asElement() : null)
                .toList()
                .equals(variables);
    }

    /** Fields belong to one object, which is not the generated one. */
    private static List<String> fields(TypeElement target) {
        return JavaTypes.classes(target).stream()
                .flatMap(each -> ElementFilter.fieldsIn(each.getEnclosedElements()).stream())
                .filter(each -> each.getModifiers().contains(Modifier.PUBLIC)
                        && !each.getModifiers().contains(Modifier.STATIC))
                .map(VariableElement::getSimpleName)
                .map(Object::toString)
                .distinct()
                .toList();
    }

    /** Reports an interface with all calls of the class, which can take its place; warns of interfaces with most of them. */
    private boolean hasInterface(List<ApiMethod> all) {
        if (options.written("interfaceName") != null) {
            return false;
        }
        List<ApiMethod> calls = all.stream().filter(this::isCall).toList();
        Map<TypeElement, Long> found = new LinkedHashMap<>();
        for (TypeElement each : interfaces()) {
            long declared = calls.stream().filter(call -> has(each, call)).count();
            if (declared > 0) {
                found.put(each, declared);
            }
        }
        List<TypeElement> best = found.entrySet().stream()
                .sorted(Comparator.comparingLong(each -> -each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (best.isEmpty()) {
            return false;
        }
        TypeElement target = subject.target();
        if (found.getOrDefault(best.get(0), 0L) == calls.size()) {
            report(TargetDiagnostic.TARGET_WITH_INTERFACE, target, Names.kind(target), Names.of(best.get(0)));
            return true;
        }
        long together = calls.stream()
                .filter(call -> best.stream().anyMatch(each -> has(each, call)))
                .count();
        if (2 * together >= calls.size()) {
            String names = best.stream().limit(MOST_SHOWN).map(Names::of).collect(Collectors.joining(", "));
            report(TargetDiagnostic.TARGET_HAS_INTERFACES, target, names);
        }
        return false;
    }

    private boolean isCall(ApiMethod method) {
        LocalMethods.Kind kind = local.kind(method, subject.target());
        return kind == LocalMethods.Kind.CALL || kind == LocalMethods.Kind.UNSUPPORTED;
    }

    /** The interfaces of the library that the class implements, and one of our own can. */
    private List<TypeElement> interfaces() {
        return JavaTypes.classes(subject.target()).stream()
                .flatMap(each -> each.getInterfaces().stream())
                .map(JavaTypes::element)
                .filter(each -> !JavaTypes.name(each.asType()).startsWith("java.")
                        && !each.getModifiers().contains(Modifier.SEALED)
                        && java.isAccessible(each, types.home()))
                .distinct()
                .toList();
    }

    private boolean has(TypeElement type, ApiMethod method) {
        TypeMirror erased = java.types().erasure(type.asType());
        return method.declarations().stream()
                .map(each -> java.types().erasure(Names.typeOf(each).asType()))
                .anyMatch(each -> java.types().isSubtype(erased, each));
    }

    private void report(Diagnostic diagnostic, Object... arguments) {
        options.problems().report(diagnostic, options.at("of"), arguments);
    }
}
