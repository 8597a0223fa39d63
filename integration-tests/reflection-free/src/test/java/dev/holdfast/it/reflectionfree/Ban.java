package dev.holdfast.it.reflectionfree;

import dev.holdfast.it.reflectionfree.Reference.Use;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What no class of ours may refer to, the narrower before the wider. */
enum Ban {
    PROXY("a proxy", reference -> reference.isIn("java/lang/reflect/Proxy", "java/lang/reflect/InvocationHandler")),
    REFLECTION("reflection", reference -> reference.isIn("java/lang/reflect/")),
    CLASS_BY_NAME(
            "a class by its name",
            reference -> reference.isTo("java/lang/Class", "forName")
                    || reference.isTo("java/lang/ClassLoader", "loadClass")),
    NEW_INSTANCE("an instance by reflection", reference -> reference.isTo("java/lang/Class", "newInstance")),
    RESOURCE(
            "a resource",
            reference -> reference.isIn("java/util/ResourceBundle")
                    || reference.member().startsWith("getResource")
                            && reference.isIn("java/lang/Class", "java/lang/ClassLoader", "java/lang/Module")),
    /** All but what gives a thread the loader of its caller, or nobody's, and the type that it names for that. */
    CLASS_LOADER(
            "a class loader",
            reference -> ((reference.isIn("java/lang/ClassLoader")
                                    && !reference.member().isEmpty())
                            || reference.member().endsWith("ClassLoader"))
                    && !Ban.isOfThread(reference)),
    /** All but what asks for a name, or whether it is the class of something. */
    CLASS_MEMBERS(
            "what a class has",
            reference -> reference.owner().equals("java/lang/Class")
                    && !reference.member().isEmpty()
                    && !Ban.isHarmless(reference)),
    /** The virtual machine looks for it with reflection. */
    ENUM_BY_NAME(
            "an enum constant by its name",
            reference -> reference.isTo("java/lang/Enum", "valueOf") || Ban.isValueOfEnum(reference)),
    SERVICE_LOADER("a service loader", reference -> reference.isIn("java/util/ServiceLoader")),
    VAR_HANDLE("a variable handle", reference -> reference.isIn("java/lang/invoke/VarHandle")),
    SERIALIZATION(
            "serialization",
            reference -> reference.isIn(
                            "java/io/ObjectInput",
                            "java/io/ObjectOutput",
                            "java/io/ObjectStream",
                            "java/io/Externalizable",
                            "java/lang/invoke/SerializedLambda")
                    // The only use of it that javac has for us: a lambda that can be serialized.
                    || reference.isTo("java/lang/invoke/LambdaMetafactory", "altMetafactory")),
    METHOD_HANDLE(
            "a method handle",
            reference -> reference.isIn("java/lang/invoke/") && !Ban.isLambdaOrConcatenation(reference)),
    UNSAFE("unsafe memory access", reference -> reference.isIn("sun/misc/", "jdk/internal/")),
    FIELD_UPDATER(
            "a field updater",
            reference -> reference.isIn("java/util/concurrent/atomic/")
                    && reference.owner().endsWith("FieldUpdater")),
    OTHER_MODULE(
            "a module beyond java.base",
            reference -> !SystemModules.of(reference.owner()).isEmpty() && !Ban.isInBase(reference));

    private final String text;
    private final Predicate<Reference> covers;

    Ban(String text, Predicate<Reference> covers) {
        this.text = text;
        this.covers = covers;
    }

    /** The first that a reference offends against. */
    static Optional<Ban> against(Reference reference) {
        return Stream.of(values()).filter(ban -> ban.covers.test(reference)).findFirst();
    }

    private static boolean isLambdaOrConcatenation(Reference reference) {
        return reference.use() == Use.BOOTSTRAP
                && (reference.isTo("java/lang/invoke/LambdaMetafactory", "metafactory")
                        || reference.isTo("java/lang/invoke/StringConcatFactory", "makeConcatWithConstants"));
    }

    private static boolean isOfThread(Reference reference) {
        return reference.isTo("java/lang/ClassLoader", "getSystemClassLoader")
                || reference.isTo("java/lang/Thread", "getContextClassLoader")
                || reference.member().equals("setContextClassLoader");
    }

    private static boolean isHarmless(Reference reference) {
        return Set.of("cast", "desiredAssertionStatus", "getName", "getSimpleName", "isAssignableFrom", "isInstance")
                .contains(reference.member());
    }

    private static boolean isValueOfEnum(Reference reference) {
        return reference.member().equals("valueOf")
                && reference.descriptor().equals("(Ljava/lang/String;)L" + reference.owner() + ";")
                && SystemModules.of(reference.owner()).isEmpty();
    }

    private static boolean isInBase(Reference reference) {
        return SystemModules.of(reference.owner()).equals(SystemModules.BASE);
    }

    @Override
    public String toString() {
        return text;
    }
}
