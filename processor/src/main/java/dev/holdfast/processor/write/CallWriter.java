package dev.holdfast.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.holdfast.processor.javac.UniqueNames;
import dev.holdfast.processor.model.MethodModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the bodies of methods are written with: local variables beside the parameters, fields, and the call of the delegate. */
public final class CallWriter {

    private final MethodModel.Signature signature;
    private final Set<String> variables = new HashSet<>();
    private final UniqueNames locals = new UniqueNames();
    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, String> arguments = new HashMap<>();

    public CallWriter(MethodModel.Signature signature) {
        this.signature = signature;
        for (ParameterSpec each : signature.parameters()) {
            variables.add(each.name());
            locals.newName(each.name());
        }
    }

    /** A name for a local variable: the proposal, unless a parameter has it. */
    public String local(String proposal) {
        String name = locals.newName(proposal);
        variables.add(name);
        return name;
    }

    /** A field, with {@code this} where a parameter or a local variable hides it. */
    public String field(String name) {
        String known = fields.get(name);
        if (known != null) {
            return known;
        }
        return variables.contains(name) ? "this." + name : name;
    }

    /** Has a local variable stand for a field, in code where {@code this} is another object. */
    void alias(String field, String local) {
        fields.put(field, local);
    }

    /** Has a local variable handed on in place of a parameter. */
    void pass(String parameter, String local) {
        arguments.put(parameter, local);
    }

    /** The guard around the call. */
    public String guard(MethodModel.Protection protection) {
        String holder = protection.holder();
        return holder.isEmpty() ? field(protection.guard()) : field(holder) + "." + protection.guard();
    }

    public CodeBlock call() {
        return call("delegate");
    }

    /** The same call as parts of {@link Lines}, most often as text alone. */
    List<Object> callParts() {
        TypeName receiver = signature.receiver();
        String client = field("delegate");
        String call = "." + typeArguments() + signature.name() + "(" + arguments() + ")";
        return receiver == null ? List.of(client + call) : List.of("((", receiver, ") " + client + ")" + call);
    }

    /** The same method of the client in a field. */
    public CodeBlock call(String client) {
        CodeBlock target = signature.receiver() == null
                ? CodeBlock.of("$L", field(client))
                : CodeBlock.of("(($T) $L)", signature.receiver(), field(client));
        return CodeBlock.of("$L.$L$L($L)", target, typeArguments(), signature.name(), arguments());
    }

    /** The parameters, handed on. */
    public String arguments() {
        return arguments(signature.parameters().size());
    }

    /** The first parameters, handed on. */
    String arguments(int count) {
        return signature.parameters().stream()
                .limit(count)
                .map(ParameterSpec::name)
                .map(each -> arguments.getOrDefault(each, each))
                .collect(Collectors.joining(", "));
    }

    /** Always: compilers do not find out all of them. */
    public String typeArguments() {
        return signature.typeVariables().isEmpty()
                ? ""
                : signature.typeVariables().stream()
                        .map(TypeVariableName::name)
                        .collect(Collectors.joining(", ", "<", ">"));
    }
}
