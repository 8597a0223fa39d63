package dev.holdfast.processor.javac;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * A method that an interface or class has, declared in it or inherited.
 *
 * @param receiver the super-interface that a call must be made on, because on the interface itself it is ambiguous; or null
 * @param declarations all declarations of it: the one that counts first, then those that it overrides
 * @param policies another interface that carries its policies; null where the interface itself does
 * @param settings methods of that one with the same signature, which carry policies for it; the nearest first
 * @param returns its result as the interface sees it
 * @param parameters its parameters as the interface sees them
 * @param typeVariables its own type variables
 * @param thrown what it throws as the interface sees it
 */
public record ApiMethod(
        @Nullable TypeMirror receiver,
        List<ExecutableElement> declarations,
        @Nullable TypeElement policies,
        List<ExecutableElement> settings,
        TypeMirror returns,
        List<TypeMirror> parameters,
        List<TypeVariable> typeVariables,
        List<TypeMirror> thrown) {

    /** A method of an interface that carries the policies itself. */
    public ApiMethod(
            @Nullable TypeMirror receiver,
            List<ExecutableElement> declarations,
            TypeMirror returns,
            List<TypeMirror> parameters,
            List<TypeVariable> typeVariables,
            List<TypeMirror> thrown) {
        this(receiver, declarations, null, List.of(), returns, parameters, typeVariables, thrown);
    }

    /** The same method with the policies that another interface carries for it. */
    public ApiMethod with(TypeElement carrier, List<ExecutableElement> nearestFirst) {
        return new ApiMethod(
                receiver, declarations, carrier, List.copyOf(nearestFirst), returns, parameters, typeVariables, thrown);
    }

    /** The same method with another result and other parameters. */
    public ApiMethod with(TypeMirror result, List<TypeMirror> taken) {
        return new ApiMethod(
                receiver, declarations, policies, settings, result, List.copyOf(taken), typeVariables, thrown);
    }

    /** The declaration that counts. */
    public ExecutableElement element() {
        return declarations.get(0);
    }

    public String name() {
        return element().getSimpleName().toString();
    }

    /** Every declaration whose annotations hold for it, the nearest first. */
    public List<ExecutableElement> annotated() {
        return Stream.concat(settings.stream(), declarations.stream()).toList();
    }

    /** Where problems of the method are shown: at what carries its policies. */
    public Element place() {
        if (policies == null) {
            return element();
        }
        return settings.isEmpty() ? policies : settings.get(0);
    }

    /** Where problems of a parameter are shown. */
    public Element placeOfParameter(int index) {
        return place() instanceof ExecutableElement method
                ? method.getParameters().get(index)
                : place();
    }

    public boolean isAbstract() {
        return element().getModifiers().contains(Modifier.ABSTRACT);
    }

    /** All instance methods of an interface but those of {@code Object}: its own first, in source order. */
    public static List<ApiMethod> of(TypeElement type, JavaTypes java) {
        List<TypeElement> hierarchy = new ArrayList<>();
        addHierarchy(type, hierarchy);
        return of(hierarchy, type, java, method -> isOverridable(method) && !isObjectMethod(method));
    }

    /** All public instance methods of a class but those of {@code Object}: its own first, then those of its superclasses. */
    public static List<ApiMethod> ofClass(TypeElement type, JavaTypes java) {
        List<TypeElement> classes = JavaTypes.classes(type);
        List<TypeElement> hierarchy = new ArrayList<>(classes);
        classes.stream()
                .flatMap(each -> each.getInterfaces().stream())
                .forEach(each -> addHierarchy(JavaTypes.element(each), hierarchy));
        return of(
                hierarchy,
                type,
                java,
                method -> isCallable(method) && !isObjectMethod(method) && !isProtectedOfObject(method));
    }

    /** Whether any code may call a method on an instance of a class that has it. */
    private static boolean isCallable(ExecutableElement method) {
        return isOverridable(method)
                && (method.getModifiers().contains(Modifier.PUBLIC)
                        || Names.typeOf(method).getKind().isInterface());
    }

    /** Whether a class makes public what every object has for itself. */
    private static boolean isProtectedOfObject(ExecutableElement method) {
        Name name = method.getSimpleName();
        return method.getParameters().isEmpty() && (name.contentEquals("clone") || name.contentEquals("finalize"));
    }

    private static List<ApiMethod> of(
            List<TypeElement> hierarchy, TypeElement type, JavaTypes java, Predicate<ExecutableElement> wanted) {
        DeclaredType site = (DeclaredType) type.asType();
        List<List<ExecutableElement>> groups = new ArrayList<>();
        for (TypeElement each : hierarchy) {
            for (ExecutableElement method : ElementFilter.methodsIn(each.getEnclosedElements())) {
                if (wanted.test(method)) {
                    groupOf(method, groups, site, java).add(method);
                }
            }
        }
        List<ApiMethod> methods = new ArrayList<>();
        groups.forEach(group -> methods.add(merge(group, site, java)));
        return methods;
    }

    private static void addHierarchy(TypeElement type, List<TypeElement> hierarchy) {
        if (!hierarchy.contains(type)) {
            hierarchy.add(type);
            type.getInterfaces().forEach(each -> addHierarchy(JavaTypes.element(each), hierarchy));
        }
    }

    public static boolean isOverridable(ExecutableElement method) {
        return !method.getModifiers().contains(Modifier.STATIC)
                && !method.getModifiers().contains(Modifier.PRIVATE);
    }

    /** Whether a method is declared again by an interface although every object has it. */
    public static boolean isObjectMethod(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        if (method.getParameters().isEmpty()) {
            return name.equals("hashCode") || name.equals("toString");
        }
        return name.equals("equals")
                && method.getParameters().size() == 1
                && method.getParameters().get(0).asType() instanceof DeclaredType parameter
                && ((TypeElement) parameter.asElement()).getQualifiedName().contentEquals("java.lang.Object");
    }

    private static List<ExecutableElement> groupOf(
            ExecutableElement method, List<List<ExecutableElement>> groups, DeclaredType site, JavaTypes java) {
        for (List<ExecutableElement> group : groups) {
            if (group.get(0).getSimpleName().equals(method.getSimpleName())) {
                ExecutableType mine = member(method, site, java);
                ExecutableType other = member(group.get(0), site, java);
                if (java.types().isSubsignature(mine, other) || java.types().isSubsignature(other, mine)) {
                    return group;
                }
            }
        }
        List<ExecutableElement> group = new ArrayList<>();
        groups.add(group);
        return group;
    }

    /** A declaration as an interface that has it sees it. */
    public static ExecutableType member(ExecutableElement method, DeclaredType site, JavaTypes java) {
        TypeElement owner = Names.typeOf(method);
        if (owner.getTypeParameters().isEmpty()) {
            return (ExecutableType) method.asType();
        }
        // Asked for the site itself, ECJ may answer with the method of another parent.
        DeclaredType parent = java.supertype(site, owner.getQualifiedName().toString());
        return (ExecutableType) java.types().asMemberOf(parent == null ? site : parent, method);
    }

    private static ApiMethod merge(List<ExecutableElement> group, DeclaredType site, JavaTypes java) {
        List<ExecutableElement> declarations = new ArrayList<>();
        for (ExecutableElement method : group) {
            int place = 0;
            while (place < declarations.size() && !overrides(method, declarations.get(place), site, java)) {
                place++;
            }
            declarations.add(place, method);
        }
        ExecutableElement first = declarations.get(0);
        // A substituted signature may have lost the annotations on its types.
        boolean generic = !Names.typeOf(first).getTypeParameters().isEmpty() && !isDeclaredIn(first, site);
        ExecutableType type = generic ? member(first, site, java) : (ExecutableType) first.asType();
        List<TypeMirror> parameters = new ArrayList<>();
        for (int i = 0; i < first.getParameters().size(); i++) {
            parameters.add(
                    generic
                            ? type.getParameterTypes().get(i)
                            : first.getParameters().get(i).asType());
        }
        return new ApiMethod(
                receiver(declarations, site, java),
                List.copyOf(declarations),
                generic ? type.getReturnType() : first.getReturnType(),
                parameters,
                List.copyOf(type.getTypeVariables()),
                thrown(type, declarations, site, java));
    }

    /**
     * Unrelated parents may declare a method with the same parameters, one of them by a type variable: then a call on the
     * interface means neither.
     */
    private static @Nullable TypeMirror receiver(
            List<ExecutableElement> declarations, DeclaredType site, JavaTypes java) {
        ExecutableElement first = declarations.get(0);
        boolean ambiguous = declarations.stream()
                .anyMatch(each -> !isBelow(
                                Names.typeOf(first).asType(), Names.typeOf(each).asType(), java)
                        && !haveSameErasure(first, each, java));
        return ambiguous
                ? java.supertype(site, JavaTypes.name(Names.typeOf(first).asType()))
                : null;
    }

    private static boolean haveSameErasure(ExecutableElement one, ExecutableElement other, JavaTypes java) {
        for (int i = 0; i < one.getParameters().size(); i++) {
            TypeMirror mine = java.types().erasure(one.getParameters().get(i).asType());
            if (!java.types()
                    .isSameType(
                            mine,
                            java.types().erasure(other.getParameters().get(i).asType()))) {
                return false;
            }
        }
        return true;
    }

    /** Whether one declaration takes the place of another: it is further down, or returns something narrower. */
    private static boolean overrides(
            ExecutableElement method, ExecutableElement other, DeclaredType site, JavaTypes java) {
        TypeMirror type = Names.typeOf(method).asType();
        TypeMirror otherType = Names.typeOf(other).asType();
        if (isBelow(type, otherType, java)) {
            return true;
        }
        if (isBelow(otherType, type, java)) {
            return false;
        }
        ExecutableType member = member(method, site, java);
        TypeMirror mine = member.getReturnType();
        TypeMirror others = member(other, site, java).getReturnType();
        if (!member.getTypeVariables().isEmpty()) {
            // Each method has type variables of its own.
            mine = java.types().erasure(mine);
            others = java.types().erasure(others);
        }
        return !java.types().isSameType(mine, others) && java.types().isSubtype(mine, others);
    }

    private static boolean isBelow(TypeMirror type, TypeMirror other, JavaTypes java) {
        return java.types().isSubtype(java.types().erasure(type), java.types().erasure(other));
    }

    /** A class may throw whatever every declaration allows that is not overridden by another. */
    private static List<TypeMirror> thrown(
            ExecutableType first, List<ExecutableElement> declarations, DeclaredType site, JavaTypes java) {
        List<List<TypeMirror>> allowed = new ArrayList<>();
        for (ExecutableElement each : declarations) {
            TypeMirror owner = Names.typeOf(each).asType();
            boolean overridden = declarations.stream()
                    .map(other -> Names.typeOf(other).asType())
                    .anyMatch(other -> !java.types().isSameType(other, owner) && isBelow(other, owner, java));
            if (!overridden) {
                ExecutableType type =
                        isDeclaredIn(each, site) ? (ExecutableType) each.asType() : member(each, site, java);
                allowed.add(type.getThrownTypes().isEmpty() ? KotlinThrows.of(each) : thrownIn(first, type));
            }
        }
        List<TypeMirror> thrown = new ArrayList<>();
        for (TypeMirror candidate : allowed.stream().flatMap(List::stream).collect(Collectors.toList())) {
            boolean everywhere = allowed.stream()
                    .allMatch(
                            list -> list.stream().anyMatch(each -> java.types().isSubtype(candidate, each)));
            if (everywhere && thrown.stream().noneMatch(each -> java.types().isSameType(each, candidate))) {
                thrown.add(candidate);
            }
        }
        return thrown;
    }

    /** What a method throws, with another method's type variables in place of its own. */
    private static List<TypeMirror> thrownIn(ExecutableType first, ExecutableType method) {
        List<Element> variables =
                method.getTypeVariables().stream().map(TypeVariable::asElement).toList();
        List<TypeMirror> thrown = new ArrayList<>();
        for (TypeMirror each : method.getThrownTypes()) {
            int variable = each instanceof TypeVariable own ? variables.indexOf(own.asElement()) : -1;
            boolean shared =
                    variable >= 0 && variable < first.getTypeVariables().size();
            thrown.add(shared ? first.getTypeVariables().get(variable) : each);
        }
        return thrown;
    }

    private static boolean isDeclaredIn(ExecutableElement method, DeclaredType site) {
        return Names.typeOf(method).equals(site.asElement());
    }
}
