package dev.holdfast.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** How the exceptions that an interface declares tell their status: each looked at once, though most methods declare the same. */
final class ExceptionShapes {

    private final JavaTypes java;
    private final PackageElement home;
    private final Map<TypeElement, Optional<ShapeAccess>> known = new HashMap<>();

    /**
     * Looks at exceptions for a generated class.
     *
     * @param home the package that the class is in
     */
    ExceptionShapes(JavaTypes java, PackageElement home) {
        this.java = java;
        this.home = home;
    }

    /** Null where an exception has no status, and for a type variable. */
    @Nullable
    ShapeAccess of(TypeMirror thrown) {
        if (thrown.getKind() != TypeKind.DECLARED) {
            return null;
        }
        return known.computeIfAbsent(
                        JavaTypes.element(thrown), key -> Optional.ofNullable(ShapeAccess.of(thrown, home, java)))
                .orElse(null);
    }
}
