package dev.holdfast.processor.write;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.UniqueNames;
import dev.holdfast.processor.model.DecoratorModel;
import dev.holdfast.processor.model.FamilyModel;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the nested class with the keys of overrides: their first parts, one for the interface and one for each method. The last
 * parts are the same for all classes, so the runtime has them.
 */
public final class KeysWriter {

    private final DecoratorModel model;

    KeysWriter(DecoratorModel model) {
        this.model = model;
    }

    public TypeSpec type() {
        String client = model.declaration().policies().canonicalName() + "/";
        TypeSpec.Builder type = TypeSpec.classBuilder(model.keys().simpleName())
                .addJavadoc(Javadocs.KEYS)
                .addAnnotation(RuntimeNames.GENERATED_ANNOTATION)
                .addModifiers(model.isPublic() ? new Modifier[] {Modifier.PUBLIC} : new Modifier[0])
                .addModifiers(Modifier.STATIC, Modifier.FINAL);
        UniqueNames names = new UniqueNames();
        type.addField(constant(names.newName("INTERFACE"), client));
        FamilyModel family = model.family();
        if (family == null) {
            add(type, names, client, "", model.methods());
        } else {
            family.members().forEach(each -> add(type, names, client, each.label(), each.methods()));
        }
        return type.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .build();
    }

    private void add(TypeSpec.Builder type, UniqueNames names, String client, String label, List<MethodModel> methods) {
        String constant = label.isEmpty() ? "" : Names.constant(label) + "_";
        String key = client + (label.isEmpty() ? "" : label + "#");
        methods.stream()
                .filter(each -> each.protection() != null)
                .map(each -> each.signature().name())
                .distinct()
                .forEach(each ->
                        type.addField(constant(names.newName(constant + Names.constant(each)), key + each + "/")));
    }

    private FieldSpec constant(String name, String key) {
        return FieldSpec.builder(String.class, name, Modifier.STATIC, Modifier.FINAL)
                .addModifiers(model.isPublic() ? new Modifier[] {Modifier.PUBLIC} : new Modifier[0])
                .initializer("$S", key)
                .build();
    }
}
