package dev.holdfast.processor.read;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Annotations of frameworks for dependency injection, by the constant of {@code Inject}. */
enum InjectionFramework {
    JAKARTA(
            List.of("jakarta.inject.Singleton"),
            "jakarta.inject.Inject",
            "jakarta.inject.Named",
            "jakarta.inject.Qualifier"),
    JAVAX(List.of("javax.inject.Singleton"), "javax.inject.Inject", "javax.inject.Named", "javax.inject.Qualifier"),
    SPRING(
            List.of("org.springframework.stereotype.Component", "org.springframework.context.annotation.Primary"),
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Qualifier",
            "org.springframework.beans.factory.annotation.Qualifier");

    static final String NONE = "NONE";

    /** What the option may be. */
    static final List<String> NAMES = Stream.concat(
                    Stream.of(NONE), Arrays.stream(values()).map(Enum::name))
            .map(each -> each.toLowerCase(Locale.ROOT))
            .toList();

    /** Annotations of the class where they are there: these frameworks inject a bean with a qualifier where none is asked for. */
    private static final List<String> PRIMARIES =
            List.of("io.micronaut.context.annotation.Primary", "io.avaje.inject.Primary");

    /** Says what a class provides: Avaje leaves out what its constructor takes. */
    static final String PROVIDED = "io.avaje.inject.BeanTypes";

    /** Annotations of the class. */
    @SuppressWarnings("ImmutableEnumChecker") // a list that refuses changes
    final List<String> type;

    /** The annotation of the constructor. */
    final String constructor;

    /** The annotation that gives the delegate a name. */
    final String named;

    /** The annotation of annotations that may stand in place of the name. */
    final String qualifier;

    InjectionFramework(List<String> type, String constructor, String named, String qualifier) {
        this.type = type;
        this.constructor = constructor;
        this.named = named;
        this.qualifier = qualifier;
    }

    /** The framework that a constant stands for; null for none. */
    static @Nullable InjectionFramework of(String constant) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(constant))
                .findFirst()
                .orElse(null);
    }

    /** All annotations that a class may need. */
    Stream<String> annotations() {
        return Stream.concat(type.stream(), Stream.of(constructor, named));
    }

    /** Annotations that a class may have in addition. */
    Stream<String> primaries() {
        return this == SPRING ? Stream.empty() : PRIMARIES.stream();
    }

    /** Annotations that make a qualifier of an annotation; Spring knows those of the others too. */
    Stream<String> qualifiers() {
        return this == SPRING ? Arrays.stream(values()).map(each -> each.qualifier) : Stream.of(qualifier);
    }
}
