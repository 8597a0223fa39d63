package dev.holdfast.processor.model;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.policy.Policies;
import dev.holdfast.processor.policy.Policy;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The processor does not link against the runtime: here each name that it writes is held against the real class. */
class RuntimeNamesTest {

    /** Attributes that no builder has: the readers make something else of them. */
    private static final Set<String> NOT_IN_BUILDERS = Set.of("failureResult", "retryResult", "on", "hint", "value");

    public static List<ClassName> names() throws IllegalAccessException {
        List<ClassName> names = new java.util.ArrayList<>();
        for (Field field : RuntimeNames.class.getDeclaredFields()) {
            if (field.getType() == ClassName.class) {
                names.add((ClassName) field.get(null));
            }
        }
        for (Policy policy : Policies.ALL) {
            names.addAll(List.of(policy.annotation(), policy.runtimeType(), policy.setup()));
            names.addAll(policy.enums());
        }
        return names;
    }

    @ParameterizedTest
    @MethodSource("names")
    public void exists(ClassName name) throws ClassNotFoundException {
        assertThat(load(name)).isPublic();
    }

    @Test
    void nullMarkedExists() throws ClassNotFoundException {
        assertThat(Class.forName(RuntimeNames.NULL_MARKED)).isAnnotation();
    }

    @Test
    void methodsExist() throws ClassNotFoundException {
        Map<ClassName, List<String>> used = Map.ofEntries(
                entry(RuntimeNames.CLIENT_SETUP, List.of("of", "refuseUnknownKeys")),
                entry(
                        RuntimeNames.SYNC_GUARD,
                        List.of("begin", "succeeded", "accepts", "failed", "refused", "fallsBack", "fallbackFailed")),
                entry(RuntimeNames.ASYNC_GUARD, List.of("begin", "accepts", "follow")),
                entry(RuntimeNames.GUARDED_CALL, List.of("execute", "cancel", "isExecuted", "isCanceled")),
                entry(RuntimeNames.GUARDED_STREAM, List.of("begin", "request", "cancel", "isCancelled")),
                entry(RuntimeNames.OUTCOME, List.of("returned", "failed")),
                entry(
                        RuntimeNames.GUARD_SETUP,
                        List.of(
                                "of",
                                "sync",
                                "async",
                                "interruptible",
                                "discards",
                                "result",
                                "failure",
                                "retryResult",
                                "failureResult")),
                entry(RuntimeNames.generated("BreakerSetup"), List.of("create", "windowCalls", "share")),
                entry(RuntimeNames.generated("TimeLimitSetup"), List.of("create", "limitNanos")),
                // "on" of @RateLimited is set nowhere.
                entry(RuntimeNames.generated("FallbackSetup"), List.of("create", "on", "except")),
                entry(RuntimeNames.RATE_LIMIT_HINT, List.of("status", "retryAfter", "date", "discard")));
        for (Map.Entry<ClassName, List<String>> entry : used.entrySet()) {
            assertThat(methods(load(entry.getKey()))).containsAll(entry.getValue());
        }
        assertThat(parameters(load(RuntimeNames.generated("FallbackSetup")), "build"))
                .contains(List.of("ClientSetup"), List.of("ClientSetup", "String"));
        assertThat(load(RuntimeNames.RATE_LIMIT_HINT).getFields())
                .extracting(Field::getName)
                .contains("NO_STATUS");
    }

    @Test
    void everyPolicyFitsItsAnnotationBuilderAndGuard() throws ClassNotFoundException {
        for (Policy policy : Policies.ALL) {
            Class<?> builder = load(policy.setup());
            String type = policy.runtimeType().simpleName();
            assertThat(parameters(builder, "build"))
                    .contains(
                            policy.isReplaceable() ? List.of("ClientSetup", type) : List.of("ClientSetup"),
                            policy.isReplaceable()
                                    ? List.of("ClientSetup", "String", type)
                                    : List.of("ClientSetup", "String"));
            assertThat(load(RuntimeNames.OVERRIDE_KEYS).getFields())
                    .extracting(Field::getName)
                    .contains(Names.constant(policy.annotation().simpleName()) + "_ENABLED");
            assertThat(methods(load(RuntimeNames.GUARD_SETUP))).contains(policy.property());
            if (policy.isReplaceable()) {
                // For code without an interface, and by the same name.
                assertThat(methods(load(RuntimeNames.runtime("CallBuilder")))).contains(policy.property());
            }
            for (Method attribute : load(policy.annotation()).getDeclaredMethods()) {
                String name = attribute.getName();
                if (!NOT_IN_BUILDERS.contains(name)) {
                    assertThat(methods(builder)).containsAnyOf(name, name + "Nanos");
                }
            }
        }
    }

    private static Class<?> load(ClassName name) throws ClassNotFoundException {
        return Class.forName(name.reflectionName());
    }

    /** The simple names of the types that methods of a name take. */
    private static List<List<String>> parameters(Class<?> type, String method) {
        return Arrays.stream(type.getMethods())
                .filter(each -> each.getName().equals(method))
                .map(each -> Arrays.stream(each.getParameterTypes())
                        .map(Class::getSimpleName)
                        .toList())
                .toList();
    }

    private static Set<String> methods(Class<?> type) {
        return Arrays.stream(type.getMethods()).map(Method::getName).collect(Collectors.toSet());
    }
}
