package dev.holdfast.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;

/**
 * One policy instance of a generated class.
 *
 * @param property the policy's name in {@code SyncGuardBuilder} and, for a shared one, in {@code Holdfast}
 * @param replaceable whether the generated builder takes another instance in its place
 * @param variable its name in the generated builder and constructor
 * @param type its class in the runtime
 * @param setup the class whose calls set it up
 * @param annotation the annotation's simple name
 * @param name the name of the instance; empty where it needs none
 * @param calls what else sets up its builder
 * @param usedBy who uses it, for messages; only if it is shared by name
 * @param shared whether it is shared by name
 * @param method the method that the annotation is on; empty where it holds for a whole interface
 * @param holder the type or method that the annotation is on, for a reader
 * @param preset the user's annotation that brings it, for a reader; empty where it is written on the holder itself
 * @param description what it does, as plain text
 */
public record PolicyModel(
        String property,
        boolean replaceable,
        String variable,
        ClassName type,
        ClassName setup,
        String annotation,
        String name,
        CodeBlock calls,
        String usedBy,
        boolean shared,
        String method,
        String holder,
        String preset,
        String description) {

    public boolean onType() {
        return method.isEmpty();
    }
}
