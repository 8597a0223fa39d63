package dev.holdfast.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.model.DecoratorModel;
import dev.holdfast.processor.model.FamilyModel;
import dev.holdfast.processor.model.MethodModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/** Names the nested classes for clients that methods return, and puts together the model of them all. */
final class FamilyModels {

    private static final String DEFAULT = "Resilient*";

    private final ClassName name;
    private final List<FamilyMember> members;
    private final Map<TypeElement, FamilyMember> byType = new HashMap<>();
    private final ClassNames names;
    private final Selection selection;
    private final SignatureScan scan;

    /** The classes; empty where methods return no protected clients. */
    private final IdentityHashMap<FamilyMember, ClassName> classes = new IdentityHashMap<>();

    FamilyModels(
            Subject root,
            ClassName name,
            List<FamilyMember> members,
            ClassNames names,
            Selection selection,
            SignatureScan scan) {
        this.name = name;
        this.members = members;
        this.names = names;
        this.selection = selection;
        this.scan = scan;
        if (root.isOwned() || root.nested().isEmpty()) {
            return;
        }
        AnnotationReader options = root.options();
        String written = options == null ? DEFAULT : options.string("className");
        String pattern = written.contains("*") ? written : DEFAULT;
        members.forEach(each -> names.reserveTypes(java().memberTypes(each.type())));
        for (FamilyMember each : members) {
            byType.put(each.type(), each);
            classes.put(each, each.isRoot() ? name : names.nested(pattern.replace("*", each.label())));
        }
    }

    private JavaTypes java() {
        return scan.types().java();
    }

    boolean exists() {
        return !classes.isEmpty();
    }

    /** Whether the delegate may return itself, in whose place the decorator is returned. */
    boolean mayReturnItself(FamilyMember member, ApiMethod method) {
        return member.subject().isOfClass()
                ? exists() && ClassTarget.returnsTarget(method, member.subject())
                : java().isSupertype(method.returns(), member.type());
    }

    /** What protects the client that a method returns, or null. */
    MethodModel.@Nullable HandedOut handedOut(FamilyMember member, ApiMethod method, MethodModel.Signature signature) {
        if (!exists()) {
            return ClassTarget.returnsTarget(method, member.subject())
                    ? handedOut(name, method, ClassTarget.wrapper(member.methods()), true, signature, null)
                    : null;
        }
        FamilyMember client = method.returns().getKind() == TypeKind.DECLARED
                ? byType.get(JavaTypes.element(method.returns()))
                : null;
        boolean ofClass = member.subject().isOfClass();
        boolean own = ofClass && member.equals(client);
        if (client == null
                || (selection.isLeftOut(method) && !own)
                || (client.subject().isOfClass() && !ofClass)) {
            return null;
        }
        boolean same = !client.equals(member)
                && method.parameters().isEmpty()
                && method.typeVariables().isEmpty();
        ClassName type = Objects.requireNonNull(classes.get(client));
        String cache = same ? names.cache(member, method) : null;
        return handedOut(type, method, null, client.subject().isOfClass(), signature, cache);
    }

    private MethodModel.HandedOut handedOut(
            ClassName type,
            ApiMethod method,
            @Nullable String wrapper,
            boolean replaces,
            MethodModel.Signature signature,
            @Nullable String cache) {
        TypeName used = scan.types().of(method.returns()) instanceof ParameterizedTypeName generic
                ? ParameterizedTypeName.get(type, generic.typeArguments().toArray(new TypeName[0]))
                : type;
        boolean nullable = wrapper == null
                || ClassTarget.mayBeNull(signature, members.get(0).subject(), java());
        return new MethodModel.HandedOut(type, used, wrapper, replaces, nullable, cache);
    }

    /**
     * Returns the model.
     *
     * @param methods those of each member
     */
    @Nullable
    FamilyModel model(List<List<MethodModel>> methods) {
        if (!exists()) {
            return null;
        }
        ClassName shared = names.nested("Shared");
        List<FamilyModel.Member> models = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            models.add(model(members.get(i), methods.get(i)));
        }
        return new FamilyModel(shared, models);
    }

    private FamilyModel.Member model(FamilyMember member, List<MethodModel> methods) {
        TypeElement type = member.type();
        boolean guarded = methods.stream().anyMatch(each -> each.protection() != null);
        String label = member.isRoot() ? String.join("_", Names.simpleNames(type)) : member.label();
        return new FamilyModel.Member(
                member.label(),
                Objects.requireNonNull(classes.get(member)),
                ClassName.get(type),
                DeclarationReader.interfaceType(type),
                DeclarationReader.typeVariables(type, scan),
                guarded ? names.nested(label + "Guards") : null,
                guarded ? names.property(Names.decapitalized(label) + "Guards") : "",
                takenNames(member),
                member.subject().isOfClass()
                        ? new DecoratorModel.OfClass(null, DeclarationReader.closeable(type, member.methods(), java()))
                        : null,
                methods);
    }

    /** Names that the class inherits from the interface, and those of type variables. */
    private Set<String> takenNames(FamilyMember member) {
        Set<String> taken = new HashSet<>(java().memberTypes(member.type()));
        member.type()
                .getTypeParameters()
                .forEach(each -> taken.add(each.getSimpleName().toString()));
        member.methods().stream()
                .flatMap(each -> each.typeVariables().stream())
                .map(TypeVariable::asElement)
                .forEach(each -> taken.add(each.getSimpleName().toString()));
        return taken;
    }
}
