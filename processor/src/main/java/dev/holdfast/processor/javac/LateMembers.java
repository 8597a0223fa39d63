package dev.holdfast.processor.javac;

import dev.holdfast.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Types whose members are looked for while another processor may still add some. Whoever reads a type that lacks what Lombok
 * will write, or whose supertypes are missing, is put off to the next round: Lombok sees to it that there is one, as does
 * whoever writes a missing type. Any other type that a processor may add to is looked at again in the next round: what has come
 * by then has come too late, and is told.
 */
public final class LateMembers {

    /** Writes members into classes that exist, and asks for a further round in the first that it sees sources in. */
    private static final String LOMBOK = "lombok.";

    private static final String LOMBOK_CLASS = "lombok/launch/AnnotationProcessorHider.class";

    /** What fields are called whose accessors tell of an answer. */
    private static final Pattern TELLING = Pattern.compile(
            ".*(status|code|statusline|value|headers|response|details|trailers|retryafter|body|throttlingexception)");

    /** Of these the accessor tells only what is a number, or leads to one. */
    private static final Pattern NUMBERS = Pattern.compile(".*(status|code|statusline|value)");

    /** Annotations of Lombok's that write or hide constructors. */
    private static final Pattern CONSTRUCTING = Pattern.compile("\\w*Constructor|Data|Value|\\w*Builder");

    /** What a generated class has taken from a type, and what to look at for the same again. */
    private record Look(String type, String found, BiFunction<TypeElement, PackageElement, String> again) {}

    private final Predicate<Element> isSource;
    private final BooleanSupplier lombok;
    private @Nullable Boolean besideLombok;

    /** The round in which a type was first found incomplete. */
    private final Map<String, Integer> awaited = new HashMap<>();

    private final Map<TypeElement, Boolean> suspects = new HashMap<>();
    private final Map<String, List<Look>> written = new LinkedHashMap<>();
    private List<Look> current = new ArrayList<>();
    private int round;
    private boolean last;

    /** While nothing is put off. */
    private boolean looksAgain;

    /**
     * Begins with the first round.
     *
     * @param isSource whether an element is in a source of this compilation
     * @param lombok whether Lombok is among the processors
     */
    public LateMembers(Predicate<Element> isSource, BooleanSupplier lombok) {
        this.isSource = isSource;
        this.lombok = lombok;
    }

    /** For what is read without a compilation: nothing comes late. */
    public static LateMembers none() {
        return new LateMembers(element -> false, () -> false);
    }

    /** Whether Lombok is where we are loaded from: so it is where compilers look for processors. */
    public static boolean isBesideLombok() {
        ClassLoader loader = LateMembers.class.getClassLoader();
        return loader != null && loader.getResource(LOMBOK_CLASS) != null;
    }

    /**
     * To be called before the interfaces of a round are read.
     *
     * @param isLast whether nothing that is written in it takes part in a further round
     */
    public void nextRound(boolean isLast) {
        round++;
        last = isLast;
        suspects.clear();
    }

    /** To be called before an interface is read. */
    public void begin() {
        current = new ArrayList<>();
    }

    /** To be called when the class of the interface read last is written. */
    public void keep(TypeElement api) {
        if (!current.isEmpty()) {
            written.put(api.getQualifiedName().toString(), current);
        }
    }

    /**
     * Notes what was found in a type, if another processor may add to it.
     *
     * @param home the package of the generated class
     * @param look looks for it, in this round or another, and gives it as text
     */
    public void found(TypeElement type, PackageElement home, BiFunction<TypeElement, PackageElement, String> look) {
        if (!last && suspects.computeIfAbsent(type, this::isSuspect)) {
            current.add(new Look(type.getQualifiedName().toString(), look.apply(type, home), look));
        }
    }

    /**
     * Reports what was written without members that are there now.
     *
     * @param report takes the type that has them and the interface that was read without
     */
    public void report(JavaTypes java, BiConsumer<TypeElement, TypeElement> report) {
        if (!last) {
            written.forEach((name, looks) -> {
                TypeElement api = java.elements().getTypeElement(name);
                if (api != null) {
                    looks.forEach(each -> report(each, api, java, report));
                }
            });
            written.clear();
        }
    }

    private void report(Look look, TypeElement api, JavaTypes java, BiConsumer<TypeElement, TypeElement> report) {
        TypeElement type = java.elements().getTypeElement(look.type());
        looksAgain = true;
        if (type != null
                && !look.again().apply(type, java.elements().getPackageOf(api)).equals(look.found())) {
            report.accept(type, api);
        }
        looksAgain = false;
    }

    /**
     * Checks a type before its members are looked for.
     *
     * @throws UnresolvedTypeException if it lacks some that come with the next round
     */
    public void check(TypeElement type, JavaTypes java) {
        if (!last && !looksAgain && isSource.test(type)) {
            await(type, lacksSupertype(type), false);
            await(type, lacksAccessor(type, java), true);
        }
    }

    /**
     * Checks a class that generated code makes an instance of.
     *
     * @throws UnresolvedTypeException if the next round gives or takes constructors
     */
    public void checkConstructors(TypeElement type) {
        boolean constructing = !last
                && isSource.test(type)
                && ofLombok(type).stream()
                        .anyMatch(each -> CONSTRUCTING.matcher(each).matches());
        await(type, constructing && isLombokHere(), true);
    }

    private void await(TypeElement type, boolean incomplete, boolean once) {
        String name = type.getQualifiedName().toString();
        if (incomplete && (!once || awaited.computeIfAbsent(name, key -> round) == round)) {
            throw new UnresolvedTypeException(type, Names.of(type));
        }
    }

    private boolean lacksSupertype(TypeElement type) {
        for (TypeElement each = type; each != null && isSource.test(each); each = superclass(each)) {
            if (each.getSuperclass().getKind() == TypeKind.ERROR
                    || each.getInterfaces().stream().anyMatch(above -> above.getKind() == TypeKind.ERROR)) {
                return true;
            }
        }
        return false;
    }

    private boolean lacksAccessor(TypeElement type, JavaTypes java) {
        Set<String> accessors = null;
        for (TypeElement each = type; each != null && isSource.test(each); each = superclass(each)) {
            boolean whole = !ofLombok(each).isEmpty();
            for (VariableElement field : ElementFilter.fieldsIn(each.getEnclosedElements())) {
                List<String> own = ofLombok(field);
                if (!(whole || !own.isEmpty()) || !isLombokHere()) {
                    continue;
                }
                if (own.contains("Delegate")) {
                    return true;
                }
                if (isTelling(field)) {
                    accessors = accessors == null ? accessors(type, java) : accessors;
                    if (accessors.stream().noneMatch(accessor -> isOf(accessor, lower(field)))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** A field may begin with a letter or two that its accessor leaves out. */
    private static boolean isOf(String accessor, String field) {
        return field.endsWith(accessor) && field.length() - accessor.length() <= 2;
    }

    private static boolean isTelling(VariableElement field) {
        return !field.getModifiers().contains(Modifier.STATIC)
                && TELLING.matcher(lower(field)).matches()
                && !(NUMBERS.matcher(lower(field)).matches()
                        && field.asType() instanceof DeclaredType declared
                        && JavaTypes.name(declared).equals("java.lang.String"));
    }

    /** What methods without parameters that tell of an answer are called, in lower case and without their prefix. */
    private static Set<String> accessors(TypeElement type, JavaTypes java) {
        Set<String> names = new HashSet<>();
        for (ExecutableElement method : ElementFilter.methodsIn(java.elements().getAllMembers(type))) {
            String name = lower(method);
            if (method.getParameters().isEmpty()) {
                names.add(
                        name.startsWith("get") ? name.substring(3) : name.startsWith("is") ? name.substring(2) : name);
            }
        }
        names.removeIf(each -> !TELLING.matcher(each).matches());
        return names;
    }

    private static String lower(Element element) {
        return element.getSimpleName().toString().toLowerCase(Locale.ROOT);
    }

    private boolean isLombokHere() {
        Boolean here = besideLombok;
        if (here == null) {
            here = lombok.getAsBoolean();
            besideLombok = here;
        }
        return here;
    }

    /** The simple names of Lombok's annotations on an element. */
    private static List<String> ofLombok(Element element) {
        List<String> names = new ArrayList<>();
        for (AnnotationMirror each : element.getAnnotationMirrors()) {
            String name = JavaTypes.name(each.getAnnotationType());
            if (name.startsWith(LOMBOK)) {
                names.add(name.substring(name.lastIndexOf('.') + 1));
            }
        }
        return names;
    }

    /** Whether a type, in source and with an annotation of another's, may get members. */
    private boolean isSuspect(TypeElement type) {
        for (TypeElement each = type; each != null && isSource.test(each); each = superclass(each)) {
            if (isMarked(each)
                    || ElementFilter.fieldsIn(each.getEnclosedElements()).stream()
                            .anyMatch(LateMembers::isMarked)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMarked(Element element) {
        return element.getAnnotationMirrors().stream()
                .map(each -> JavaTypes.name(each.getAnnotationType()))
                .anyMatch(name -> !name.startsWith("java.")
                        && !name.startsWith(RuntimeNames.ANNOTATIONS)
                        && !name.startsWith("org.jspecify.")
                        && !name.startsWith("kotlin."));
    }

    private static @Nullable TypeElement superclass(TypeElement type) {
        TypeMirror above = type.getSuperclass();
        return above.getKind() == TypeKind.DECLARED ? JavaTypes.element(above) : null;
    }
}
