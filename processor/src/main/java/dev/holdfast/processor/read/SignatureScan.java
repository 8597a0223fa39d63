package dev.holdfast.processor.read;

import dev.holdfast.processor.javac.AnnotationValues;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.KotlinNames;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.TypeNames;
import dev.holdfast.processor.javac.UnresolvedTypeException;
import dev.holdfast.processor.kind.ReturnKind;
import dev.holdfast.processor.kind.ReturnKinds;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all types that generated code names: finds those that do not exist yet, those that it may not name, and the
 * warnings that naming the others gives, which generated code must silence.
 */
public final class SignatureScan {

    /** What kapt writes in its stubs for a type that it does not know: a class that it makes up, so it does exist there. */
    public static final String KAPT_ERROR = "error.NonExistentClass";

    private final JavaTypes java;
    private final TypeNames types;
    private final Exports exports;
    private final Set<String> warnings = new TreeSet<>();
    private final Map<TypeElement, Element> hidden = new LinkedHashMap<>();
    private final Map<String, Element> unwritable = new LinkedHashMap<>();

    /** Classes that were looked at: most methods throw the same exceptions. */
    private final Set<TypeElement> seen = new HashSet<>();

    /**
     * Scans for one generated class.
     *
     * @param types copies what it names
     */
    SignatureScan(TypeNames types) {
        this.java = types.java();
        this.types = types;
        this.exports = new Exports(java.elements(), types.home());
    }

    public TypeNames types() {
        return types;
    }

    /** Keys of {@code javac}'s lint, sorted. */
    Set<String> warnings() {
        return warnings;
    }

    /** Types that generated code cannot see, each with a method that names it. */
    public Map<TypeElement, Element> hidden() {
        return hidden;
    }

    /** Names that are none in Java, as class files of other languages may have them, each with where it stands. */
    Map<String, Element> unwritable() {
        return unwritable;
    }

    /** Whether generated code can name all. */
    boolean isClean() {
        return hidden.isEmpty() && unwritable.isEmpty();
    }

    void scan(TypeElement type) {
        use(type);
        checkName(type.getQualifiedName(), type);
        type.getTypeParameters().forEach(each -> scan(each.asType(), type));
        scanSupertypes(type);
        scanNames(type, type);
    }

    /** Notes methods that a compiler has hidden from us, and that the generated class lacks. */
    private void scanNames(TypeElement type, TypeElement where) {
        KotlinNames.leftOut(type).forEach(each -> unwritable.putIfAbsent(each, where));
        type.getInterfaces().forEach(each -> scanNames(JavaTypes.element(each), where));
    }

    /** Scans the interface or class of a library, for an interface with policies. */
    void scanTarget(TypeElement type) {
        scan(type);
        if (exports.leaves(type)) {
            warnings.add("exports");
        }
    }

    /** Generated code does not name them, so they only have to exist. */
    private void scanSupertypes(TypeElement type) {
        if (type.getSuperclass().getKind() != TypeKind.NONE) {
            type.getSuperclass().accept(new Visitor(false), type);
            if (!java.isNamed(type.getSuperclass(), "java.lang.Object")) {
                scanSupertypes(JavaTypes.element(type.getSuperclass()));
            }
        }
        for (TypeMirror supertype : type.getInterfaces()) {
            supertype.accept(new Visitor(false), type);
            if (JavaTypes.isRaw((DeclaredType) supertype)) {
                // Calls of its generic methods are unchecked.
                warnings.add("unchecked");
            }
            scanSupertypes(JavaTypes.element(supertype));
        }
    }

    void scan(ApiMethod method) {
        SignatureReader signatures = new SignatureReader(types);
        Element where = method.element();
        checkName(method.name(), where);
        method.typeVariables().forEach(each -> checkName(each.asElement().getSimpleName(), where));
        // An override is warned of each declaration that it overrides.
        method.declarations().forEach(this::use);
        useAll(signatures.nullness(where));
        method.element().getParameters().forEach(each -> useAll(signatures.nullness(each)));
        scan(method.returns(), where);
        method.parameters().forEach(each -> scan(each, where));
        method.typeVariables().forEach(each -> scan(each, where));
        method.thrown().forEach(each -> scan(each, where));
        List<TypeMirror> parameters = method.parameters();
        if (method.element().isVarArgs()
                && parameters.get(parameters.size() - 1) instanceof ArrayType array
                && !isReifiable(array.getComponentType())) {
            warnings.add("unchecked");
        }
        ReturnKind kind = ReturnKinds.of(method);
        warnings.addAll(kind.warnings());
        if (kind.isLater() && method.returns() instanceof DeclaredType type && JavaTypes.isRaw(type)) {
            warnings.add("unchecked");
        }
        if (method.name().equals("finalize") && parameters.isEmpty()) {
            // It overrides the one of Object: deprecated in some releases, and to be removed in others.
            warnings.addAll(List.of("deprecation", "removal"));
        }
        if (method.name().equals("close") && parameters.isEmpty() && java.mayBeInterrupted(method.thrown())) {
            // Only of a class that is AutoCloseable; elsewhere it silences nothing.
            warnings.add("try");
        }
    }

    private void checkName(CharSequence name, Element where) {
        if (!SourceVersion.isName(name)) {
            unwritable.putIfAbsent(name.toString(), where);
        }
    }

    private boolean isReifiable(TypeMirror type) {
        return java.types().isSameType(type, java.types().erasure(type));
    }

    void scan(TypeMirror type, Element where) {
        type.accept(new Visitor(true), where);
    }

    /** Notes that generated code names an element or calls it. */
    public void use(Element element) {
        if (java.elements().isDeprecated(element)) {
            AnnotationMirror deprecated = AnnotationValues.find(element, "java.lang.Deprecated");
            boolean removal = deprecated != null
                    && java.elements().getElementValuesWithDefaults(deprecated).values().stream()
                            .anyMatch(each -> Boolean.TRUE.equals(each.getValue()));
            warnings.add(removal ? "removal" : "deprecation");
        }
        if (element instanceof TypeElement && element.getEnclosingElement() instanceof TypeElement outer) {
            use(outer);
        }
    }

    private void useAll(List<? extends AnnotationMirror> mirrors) {
        mirrors.stream()
                .filter(types::canBeNamed)
                .forEach(each -> use(each.getAnnotationType().asElement()));
    }

    private final class Visitor extends SimpleTypeVisitor14<@Nullable Void, Element> {

        /** Whether generated code names the type. */
        private final boolean named;

        private final Set<Element> seenVariables = new HashSet<>();

        Visitor(boolean named) {
            this.named = named;
        }

        @Override
        public @Nullable Void visitError(ErrorType type, Element where) {
            throw new UnresolvedTypeException(where, Names.of(type));
        }

        @Override
        public @Nullable Void visitDeclared(DeclaredType type, Element where) {
            if (type.getKind() == TypeKind.ERROR) {
                // Named by a class file, and not found: compilers do not always call it an error type.
                throw new UnresolvedTypeException(where, Names.of(type));
            }
            if (JavaTypes.name(type).equals(KAPT_ERROR)) {
                throw new UnresolvedTypeException(where, KAPT_ERROR);
            }
            if (named) {
                name(type, (TypeElement) type.asElement(), where);
            }
            type.getEnclosingType().accept(this, where);
            type.getTypeArguments().forEach(each -> each.accept(this, where));
            return null;
        }

        private void name(DeclaredType type, TypeElement element, Element where) {
            useAll(type.getAnnotationMirrors());
            if (JavaTypes.isRaw(type)) {
                warnings.add("rawtypes");
            }
            if (!seen.add(element)) {
                return;
            }
            use(element);
            checkName(element.getQualifiedName(), where);
            if (exports.leaves(element)) {
                warnings.add("exports");
            }
            if (!java.isAccessible(element, types.home())) {
                hidden.putIfAbsent(element, where);
            }
        }

        @Override
        public @Nullable Void visitPrimitive(PrimitiveType type, Element where) {
            useAll(type.getAnnotationMirrors());
            return null;
        }

        @Override
        public @Nullable Void visitArray(ArrayType type, Element where) {
            useAll(type.getAnnotationMirrors());
            return type.getComponentType().accept(this, where);
        }

        @Override
        public @Nullable Void visitWildcard(WildcardType type, Element where) {
            TypeMirror upper = type.getExtendsBound();
            TypeMirror lower = type.getSuperBound();
            TypeMirror bound = upper != null ? upper : lower;
            return bound == null ? null : bound.accept(this, where);
        }

        @Override
        public @Nullable Void visitTypeVariable(TypeVariable type, Element where) {
            useAll(type.getAnnotationMirrors());
            if (seenVariables.add(type.asElement())) {
                TypeNames.bounds(type).forEach(each -> each.accept(this, where));
            }
            return null;
        }

        @Override
        public @Nullable Void visitIntersection(IntersectionType type, Element where) {
            type.getBounds().forEach(each -> each.accept(this, where));
            return null;
        }
    }
}
