package dev.holdfast.processor.read;

import dev.holdfast.processor.javac.ApiMethod;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * An interface that a generated class implements: that of the client, or of one that a method returns.
 *
 * @param subject what carries its policies, and the interface
 * @param methods its methods
 * @param label what it is called in keys of overrides; empty for that of the client itself
 */
record FamilyMember(Subject subject, List<ApiMethod> methods, String label) {

    TypeElement type() {
        return subject.target();
    }

    boolean isRoot() {
        return label.isEmpty();
    }

    /** How a method is called in keys of overrides. */
    String key(String method) {
        return isRoot() ? method : label + "#" + method;
    }
}
