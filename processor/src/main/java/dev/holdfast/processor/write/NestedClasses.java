package dev.holdfast.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.holdfast.processor.model.RuntimeNames;
import javax.lang.model.element.Modifier;

/** The parts that nested classes for types of libraries have in common. */
final class NestedClasses {

    private NestedClasses() {}

    /**
     * Begins a class that is a library's type: with the guard, with what makes attempts, and with the fallback.
     *
     * @param value its type parameter
     * @param attempts the type of what makes attempts
     * @param fallback the type of what answers for a failure; nullable
     */
    static TypeSpec.Builder guarded(ClassName name, TypeVariableName value, TypeName attempts, TypeName fallback) {
        return TypeSpec.classBuilder(name)
                .addAnnotation(RuntimeNames.GENERATED_ANNOTATION)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addTypeVariable(value)
                .addField(RuntimeNames.ASYNC_GUARD, "guard", Modifier.PRIVATE, Modifier.FINAL)
                .addField(attempts, "attempts", Modifier.PRIVATE, Modifier.FINAL)
                .addField(fallback, "fallback", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(RuntimeNames.ASYNC_GUARD, "guard")
                        .addParameter(attempts, "attempts")
                        .addParameter(fallback, "fallback")
                        .addStatement("this.guard = guard")
                        .addStatement("this.attempts = attempts")
                        .addStatement("this.fallback = fallback")
                        .build());
    }

    static MethodSpec.Builder override(String name, Modifier visible) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(visible);
    }
}
