package dev.holdfast.runtime.internal.context;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.holdfast.runtime.generated.AllPolicies;
import dev.holdfast.runtime.generated.OverrideKeys;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An attribute of an annotation can be overridden, or is known as one that can't be. */
class PolicyAttributesTest {

    /** Keys of all attributes that can be overridden, with their annotations. */
    private static final List<String> ALL = keys(PolicyAttributesTest::overridable);

    private static final List<String> FIXED = keys(each -> each.fixed());

    /** A value that is right and not the default, for attributes where the type does not tell one. */
    private static final Map<String, String> OTHERS = Map.of(
            OverrideKeys.RATE_LIMITED_STATUSES, "503, 429",
            OverrideKeys.BACKOFF_FACTOR, "7.5",
            OverrideKeys.CIRCUIT_BREAKER_RECOVERY_FACTOR, "7.5");

    /** Annotations that ask for no protection. Any other one is a policy's. */
    private static final Set<String> NO_POLICIES = Set.of("Exempt", "HoldfastGenerated", "Resilient");

    /** The annotations of policies that exist. */
    private static final List<Class<?>> ANNOTATIONS = classes("dev.holdfast.annotations")
            .filter(each -> each.isAnnotation() && !NO_POLICIES.contains(each.getSimpleName()))
            .collect(Collectors.toList());

    /** The settings that exist. */
    private static final List<Class<?>> SETTINGS = classes("dev.holdfast.runtime.generated")
            .filter(each -> PolicySettings.class.isAssignableFrom(each))
            .collect(Collectors.toList());

    private static Stream<Class<?>> classes(String room) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(room).stream()
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .map(JavaClass::reflect);
    }

    /** What keys can name: the attributes, and one that removes the policy. */
    private static List<String> overridable(PolicySettings<?> policy) {
        List<String> names = new ArrayList<>(List.of(PolicySettings.ENABLED));
        names.addAll(policy.overridable());
        return names;
    }

    private static List<String> keys(Function<PolicySettings<?>, List<String>> attributes) {
        List<String> keys = new ArrayList<>();
        for (PolicySettings<?> policy : AllPolicies.settings()) {
            for (String attribute : attributes.apply(policy)) {
                keys.add(policy.annotation() + "/" + attribute);
            }
        }
        return keys;
    }

    static List<Method> attributes() {
        return ANNOTATIONS.stream()
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .collect(Collectors.toList());
    }

    private static String key(Method attribute) {
        return attribute.getDeclaringClass().getSimpleName() + "/" + attribute.getName();
    }

    @Test
    void theTablesHaveEveryAttributeOnceAndNothingElse() {
        List<String> known = Stream.concat(ALL.stream(), FIXED.stream())
                .filter(each -> !each.endsWith("/enabled"))
                .collect(Collectors.toList());
        assertThat(known)
                .containsExactlyInAnyOrderElementsOf(
                        attributes().stream().map(each -> key(each)).collect(Collectors.toList()));
        assertThat(ALL)
                .filteredOn(each -> each.endsWith("/enabled"))
                .containsExactlyInAnyOrderElementsOf(ANNOTATIONS.stream()
                        .map(each -> each.getSimpleName() + "/enabled")
                        .collect(Collectors.toList()));
    }

    @Test
    void thereIsAConstantForEachThatCanBeOverridden() throws IllegalAccessException {
        List<String> constants = new ArrayList<>();
        for (Field field : OverrideKeys.class.getFields()) {
            String value = (String) field.get(null);
            assertThat(field.getName()).isEqualTo(constant(value));
            constants.add(value);
        }
        List<String> missing = new ArrayList<>(ALL);
        missing.removeAll(constants);
        assertThat(constants)
                .as(() -> "add to OverrideKeys:\n"
                        + missing.stream().map(each -> declaration(each)).collect(Collectors.joining("\n")))
                .containsExactlyInAnyOrderElementsOf(ALL);
    }

    private static String constant(String key) {
        return key.replaceAll("(?<=[a-z])(?=[A-Z])|/", "_").toUpperCase();
    }

    private static String declaration(String key) {
        String type = "dev.holdfast.annotations." + key.replace("/", "#");
        String comment = key.endsWith("/enabled")
                ? "{@code false} removes {@link " + type.replaceAll("#.*", "") + "}."
                : "Overrides {@link " + type + "}.";
        return "    /** " + comment + " */\n    public static final String " + constant(key) + " = \"" + key + "\";\n";
    }

    @Test
    void thePagesSayWhichCannotBeOverridden() throws IOException {
        for (PolicySettings<?> policy : AllPolicies.settings()) {
            String name =
                    policy.annotation().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
            String override = "[override](configuration.md)";
            assertThat(Files.readString(Path.of("../docs", name + ".md")))
                    .contains(
                            policy.fixed().isEmpty()
                                    ? "All attributes have an " + override + "."
                                    : "Attributes without an " + override + ": `" + String.join("`, `", policy.fixed())
                                            + "`.");
        }
    }

    static List<Method> overridable() {
        return attributes().stream().filter(each -> !FIXED.contains(key(each))).collect(Collectors.toList());
    }

    static List<Method> withDefault() {
        return overridable().stream()
                .filter(each -> each.getDefaultValue() != null)
                .collect(Collectors.toList());
    }

    /** What an override sets is what the same value in the annotation would. */
    @ParameterizedTest
    @MethodSource("overridable")
    void setsItsOwnFieldAndNoOther(Method attribute) throws ReflectiveOperationException {
        Map<String, String> before = fields(builder(attribute));
        PolicySettings<?> changed = builder(attribute);
        changed.set(attribute.getName(), new OverrideValue(key(attribute), other(attribute)));
        Map<String, String> after = fields(changed);
        List<String> different = after.keySet().stream()
                .filter(each -> !after.get(each).equals(before.get(each)))
                .collect(Collectors.toList());
        assertThat(different).hasSize(1);
        // The builder calls its fields as the annotation calls its attributes, but for units and short forms.
        String field = different.get(0).replace("Nanos", "").replace("limit", "value");
        assertThat(attribute.getName()).matches(name -> name.startsWith(field) || field.startsWith(name), field);
    }

    @ParameterizedTest
    @MethodSource("withDefault")
    void takesTheDefaultOfTheAnnotationAsText(Method attribute) throws ReflectiveOperationException {
        PolicySettings<?> changed = builder(attribute);
        changed.set(attribute.getName(), new OverrideValue(key(attribute), text(attribute.getDefaultValue())));
        Map<String, String> expected = fields(builder(attribute));
        // Unset and 5 are the same but for a breaker with a rate, which must not have it.
        expected.computeIfPresent(
                "failureThreshold", (field, value) -> attribute.getName().equals(field) ? "5" : value);
        assertThat(fields(changed)).isEqualTo(expected);
    }

    /** What a reload writes about a value, it can also read. */
    @ParameterizedTest
    @MethodSource("overridable")
    void saysItsValueAsAnOverride(Method attribute) throws ReflectiveOperationException {
        String name = attribute.getName();
        PolicySettings<?> changed = builder(attribute);
        String before = changed.get(name);
        changed.set(name, new OverrideValue(key(attribute), other(attribute)));
        String after = changed.get(name);
        assertThat(after).isNotEqualTo(before);
        if (!name.toLowerCase(Locale.ROOT).endsWith("statuses")) {
            PolicySettings<?> again = builder(attribute);
            again.set(name, new OverrideValue(key(attribute), after));
            assertThat(fields(again)).isEqualTo(fields(changed));
        } else {
            assertThat(changed.isChangeable(name, builder(attribute))).isFalse();
        }
    }

    private static String text(Object value) {
        return value.getClass().isArray() ? joined(value) : value.toString();
    }

    private static String joined(Object array) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            parts.add(Array.get(array, i).toString());
        }
        return String.join(",", parts);
    }

    private static String other(Method attribute) {
        String chosen = OTHERS.get(key(attribute));
        if (chosen != null) {
            return chosen;
        }
        Class<?> type = attribute.getReturnType();
        if (type == boolean.class) {
            return String.valueOf(!(boolean) attribute.getDefaultValue());
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(each -> !each.equals(attribute.getDefaultValue()))
                    .findFirst()
                    .orElseThrow()
                    .toString();
        }
        return type == int.class ? "17" : type == String.class ? "123s" : "418,5xx";
    }

    private static PolicySettings<?> builder(Method attribute) throws ReflectiveOperationException {
        for (Class<?> each : SETTINGS) {
            PolicySettings<?> settings =
                    (PolicySettings<?>) each.getMethod("create").invoke(null);
            if (settings.annotation().equals(attribute.getDeclaringClass().getSimpleName())) {
                return settings;
            }
        }
        throw new AssertionError("no settings for " + attribute.getDeclaringClass());
    }

    private static Map<String, String> fields(Object builder) throws IllegalAccessException {
        Map<String, String> fields = new HashMap<>();
        for (Class<?> type = builder.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    Object value = field.get(builder);
                    fields.put(
                            field.getName(),
                            value instanceof Object[] ? Arrays.toString((Object[]) value) : String.valueOf(value));
                }
            }
        }
        return fields;
    }
}
