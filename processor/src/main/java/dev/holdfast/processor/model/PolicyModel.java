package dev.holdfast.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;

/**
 * One policy instance of a generated class.
 *
 * @param kind what all instances of the policy have in common
 * @param variable its name in the generated builder and constructor
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
        Kind kind,
        String variable,
        String name,
        CodeBlock calls,
        String usedBy,
        boolean shared,
        String method,
        String holder,
        String preset,
        String description) {

    /**
     * A policy, whatever an annotation says about it.
     *
     * @param annotation its annotation
     * @param property its name in the guard's setup and in generated builders
     * @param type its class in the runtime
     * @param setup the class whose calls set it up
     * @param replaceable whether the generated builder takes another instance in its place
     * @param answers whether it answers for a call that has failed
     * @param limitsTime whether an answer may come too late for it
     */
    public record Kind(
            ClassName annotation,
            String property,
            ClassName type,
            ClassName setup,
            boolean replaceable,
            boolean answers,
            boolean limitsTime) {}

    public String property() {
        return kind.property();
    }

    public boolean replaceable() {
        return kind.replaceable();
    }

    public ClassName type() {
        return kind.type();
    }

    public ClassName setup() {
        return kind.setup();
    }

    /** The annotation's simple name. */
    public String annotation() {
        return kind.annotation().simpleName();
    }

    public boolean onType() {
        return method.isEmpty();
    }
}
