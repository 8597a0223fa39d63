package dev.holdfast.processor.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.processor.Compiling;
import dev.holdfast.processor.PolicyAnnotations;
import dev.holdfast.processor.attribute.Durations;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.generated.ClientSetup;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The annotations say once which values attributes have by default, and the processor says once which they may have: the runtime,
 * which is not linked against it, has the same.
 */
class DefaultsAndRangesTest {

    private static final Pattern RANGE =
            Pattern.compile("which is not (?:at least|from) (\\d+(?:\\.\\d+)?)(?: to (\\d+(?:\\.\\d+)?))?");

    static Stream<Arguments> setups() {
        return PolicyAnnotations.all().stream().map(annotation -> Arguments.of(annotation, setup(annotation)));
    }

    private static Class<?> setup(Class<?> annotation) {
        Policy policy = Policies.ALL.stream()
                .filter(each -> each.annotation().canonicalName().equals(annotation.getName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no policy for " + annotation));
        try {
            return Class.forName(policy.setup().reflectionName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Generated code leaves out what is the default. */
    @ParameterizedTest
    @MethodSource("setups")
    void settingDefaultsChangesNothing(Class<?> annotation, Class<?> setup) throws ReflectiveOperationException {
        Object untouched = setup.getMethod("create").invoke(null);
        Object set = setup.getMethod("create").invoke(null);
        for (Method attribute : annotation.getDeclaredMethods()) {
            Object value = attribute.getDefaultValue();
            Method setter = setter(setup, attribute.getName());
            // An empty text stands for none.
            if (setter != null && value != null && !"".equals(value)) {
                set(set, setter, attribute.getName(), value);
            }
        }
        if (Arrays.stream(annotation.getDeclaredMethods()).anyMatch(each -> each.getDefaultValue() == null)) {
            // Nothing can be built without it.
            assertThat(set).usingRecursiveComparison().isEqualTo(untouched);
            return;
        }
        ClientSetup client = ClientSetup.of(Holdfast.defaults(), "p.Client");
        assertThat(build(set, client)).usingRecursiveComparison().isEqualTo(build(untouched, client));
    }

    /** The policy of an interface. */
    private static Object build(Object setup, ClientSetup client) throws ReflectiveOperationException {
        for (Method build : setup.getClass().getMethods()) {
            List<Class<?>> types = List.of(build.getParameterTypes());
            if (build.getName().equals("build") && !types.contains(String.class)) {
                return build.invoke(setup, types.size() == 1 ? new Object[] {client} : new Object[] {client, null});
            }
        }
        throw new AssertionError(setup.getClass());
    }

    private static @Nullable Method setter(Class<?> setup, String attribute) {
        return Arrays.stream(setup.getMethods())
                .filter(each ->
                        each.getName().equals(attribute) || each.getName().equals(attribute + "Nanos"))
                .filter(each -> each.getParameterCount() == 1)
                .findFirst()
                .orElse(null);
    }

    private static void set(Object setup, Method setter, String attribute, Object value)
            throws ReflectiveOperationException {
        boolean duration = setter.getName().equals(attribute + "Nanos");
        setter.invoke(
                setup,
                duration
                        ? Objects.requireNonNull(Durations.parse((String) value))
                                .toNanos()
                        : value);
    }

    static Stream<Arguments> numbers() {
        return PolicyAnnotations.all().stream()
                .flatMap(annotation -> Arrays.stream(annotation.getDeclaredMethods()))
                .filter(each -> each.getReturnType() == int.class || each.getReturnType() == double.class)
                .map(each -> Arguments.of(each, setter(setup(each.getDeclaringClass()), each.getName())));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void theRuntimeTakesTheSameNumbers(Method attribute, Method setter) throws ReflectiveOperationException {
        List<Double> range = range(attribute);
        Object setup = setter.getDeclaringClass().getMethod("create").invoke(null);
        boolean whole = attribute.getReturnType() == int.class;
        for (double inside : range) {
            assertThatCode(() -> setter.invoke(setup, number(whole, inside))).doesNotThrowAnyException();
        }
        double step = whole ? 1 : 0.001;
        List<Double> outside = new ArrayList<>(List.of(range.get(0) - step));
        if (range.size() > 1) {
            outside.add(range.get(1) + step);
        }
        for (double each : outside) {
            assertThatThrownBy(() -> setter.invoke(setup, number(whole, each)))
                    .as("%s with %s", attribute, each)
                    .isInstanceOf(InvocationTargetException.class)
                    .hasCauseInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Object number(boolean whole, double value) {
        if (whole) {
            return (int) value;
        }
        return value;
    }

    /** The least and, if there is one, the greatest value, as the processor tells users of a wrong one. */
    private static List<Double> range(Method attribute) {
        String wrong = "-7";
        // An attribute with a range has a default: it is none of these.
        String required = PolicyAnnotations.required(attribute.getDeclaringClass());
        String others = required.isEmpty() ? "" : required + ", ";
        String text = "package p; public interface Client { @"
                + attribute.getDeclaringClass().getName() + "(" + others + attribute.getName() + " = " + wrong
                + ") String call(); }";
        String messages = String.join("\n", Compiling.messages(Compiling.compile("p.Client", text)));
        Matcher range = RANGE.matcher(messages);
        assertThat(range.find()).as(messages).isTrue();
        List<Double> bounds = new ArrayList<>(List.of(Double.valueOf(range.group(1))));
        if (range.group(2) != null) {
            bounds.add(Double.valueOf(range.group(2)));
        }
        return bounds;
    }
}
