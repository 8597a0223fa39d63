package dev.holdfast.processor;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The methods of a generated class that stand in its source, and how its interfaces' methods end in them. */
final class WrittenMethods {

    private static final Set<String> OBJECT = Set.of("equals(class java.lang.Object)", "hashCode()", "toString()");

    private final Class<?> generated;
    private final List<Method> written;

    WrittenMethods(Class<?> generated) {
        this.generated = generated;
        written = Arrays.stream(generated.getDeclaredMethods())
                .filter(each -> !each.isSynthetic() && !Modifier.isStatic(each.getModifiers()))
                .collect(Collectors.toList());
    }

    /** The interface. */
    public Class<?> api() {
        return generated.getInterfaces()[0];
    }

    /** Whether the policies are on another interface, which is then in another package. */
    boolean isOfLibrary() {
        return !api().getPackageName().equals(generated.getPackageName());
    }

    /**
     * Those that can be called. Where an interface has a static method of the same erasure beside an inherited one, which
     * javac lets through, nobody's call of the inherited one on that interface links.
     */
    public List<Method> all() {
        Set<String> hidden = Arrays.stream(api().getDeclaredMethods())
                .filter(each -> Modifier.isStatic(each.getModifiers()))
                .map(WrittenMethods::text)
                .collect(Collectors.toSet());
        return written.stream().filter(each -> !hidden.contains(text(each))).collect(Collectors.toList());
    }

    /** What can be called and is meant to arrive at the delegate: each method by all the signatures that interfaces give it. */
    public List<Method> callable() {
        return Arrays.stream(api().getMethods())
                .filter(each -> !Modifier.isStatic(each.getModifiers()) && !OBJECT.contains(text(each)))
                .filter(each -> Modifier.isAbstract(each.getModifiers()) || isOfLibrary() || exact(each) != null)
                .filter(each -> target(each) != null)
                .collect(Collectors.toList());
    }

    /** The written method that a method of any interface ends in; null where that is not clear from its parameters. */
    public @Nullable Method target(Method method) {
        Method exact = exact(method);
        if (exact != null) {
            return exact;
        }
        List<Method> candidates = written.stream()
                .filter(each -> each.getName().equals(method.getName())
                        && each.getParameterCount() == method.getParameterCount()
                        && areAbove(method.getParameterTypes(), each.getParameterTypes()))
                .collect(Collectors.toList());
        return candidates.size() == 1 ? candidates.get(0) : null;
    }

    /** Whether a written method takes the place of a default method. */
    boolean isDefault(Method target) {
        return Arrays.stream(api().getMethods())
                .anyMatch(each ->
                        each.isDefault() && !each.isBridge() && text(each).equals(text(target)));
    }

    private @Nullable Method exact(Method method) {
        return written.stream()
                .filter(each -> text(each).equals(text(method)))
                .findFirst()
                .orElse(null);
    }

    private static boolean areAbove(Class<?>[] types, Class<?>[] others) {
        for (int i = 0; i < types.length; i++) {
            if (!types[i].isAssignableFrom(others[i])) {
                return false;
            }
        }
        return true;
    }

    private static String text(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::toString)
                        .collect(Collectors.joining(",", "(", ")"));
    }

    /** Whether a method's result can be the client: its type is the interface, or one above it as the client has it. */
    boolean isFluent(Method method) {
        Type type = target(method).getGenericReturnType();
        Class<?> raw = Samples.erasure(type);
        if (type instanceof TypeVariable || !raw.isInterface() || !raw.isAssignableFrom(api())) {
            return false;
        }
        if (!(type instanceof ParameterizedType generic)) {
            return raw.getTypeParameters().length == 0;
        }
        List<Type> arguments = List.of(generic.getActualTypeArguments());
        return arguments.stream().allMatch(WrittenMethods::isAnything)
                || (raw == api() && arguments.equals(List.of(generated.getTypeParameters())))
                || List.of(api().getGenericInterfaces()).contains(type);
    }

    private static boolean isAnything(Type argument) {
        return argument instanceof WildcardType wildcard
                && wildcard.getLowerBounds().length == 0
                && wildcard.getUpperBounds()[0] == Object.class;
    }
}
