package dev.holdfast.processor.kind;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.holdfast.processor.Cases;
import dev.holdfast.processor.Compiling;
import dev.holdfast.processor.PolicyAnnotations;
import dev.holdfast.processor.diagnostic.AttributeDiagnostic;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.model.RuntimeNames;
import dev.holdfast.processor.policy.Policies;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each kind of return type must supply; a kind that lacks something is named by the test that fails. */
class ReturnKindsTest {

    /** A type of each kind whose answer has a status. */
    private static final Map<Class<?>, String> SAMPLES = Map.of(
            ValueKind.class, "java.net.http.HttpResponse<String>",
            StageKind.class, "java.util.concurrent.CompletableFuture<java.net.http.HttpResponse<String>>",
            CallKind.class, "retrofit2.Call<String>");

    /** The kinds whose methods may fail with an exception that is checked and that the methods themselves do not declare. */
    private static final List<Class<?>> FAIL_CHECKED = List.of(StageKind.class, CallKind.class);

    /** Without fallbacks, which have a test of their own: not every kind can have one. */
    private static final String ALL_POLICIES = PolicyAnnotations.all().stream()
            .filter(each -> Policies.ALL.stream()
                    .anyMatch(policy -> policy.isReplaceable()
                            && policy.annotation().simpleName().equals(each.getSimpleName())))
            .map(PolicyAnnotations::shortest)
            .collect(Collectors.joining(" "));

    static List<ReturnKind> kinds() {
        return ReturnKinds.ALL;
    }

    @Test
    void theListIsOfTheClassesThatExist() {
        assertThat(new ClassFileImporter().importPackages(ReturnKind.class.getPackageName()))
                .filteredOn(each -> each.isAssignableTo(ReturnKind.class) && !each.isEquivalentTo(ReturnKind.class))
                .extracting(JavaClass::getName)
                .containsExactlyInAnyOrderElementsOf(
                        kinds().stream().map(each -> each.getClass().getName()).toList());
    }

    @Test
    void noTypeIsOfTwoKinds() {
        assertThat(ReturnKinds.laterTypes()).doesNotHaveDuplicates();
        assertThat(kinds()).filteredOn(each -> !each.isLater()).containsExactly(ReturnKinds.VALUE);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void allPoliciesGuardIt(ReturnKind kind) throws ReflectiveOperationException {
        Compilation compilation = compileOnType(kind, ALL_POLICIES);
        assertThat(Compiling.messages(compilation)).isEmpty();
        String source = Compiling.generated(compilation).get("ResilientClient.java");
        Matcher guard = Pattern.compile("private final (\\w+Guard) call;").matcher(source);
        assertThat(guard.find()).as(source).isTrue();
        Matcher build =
                Pattern.compile("\\.(\\w+)\\(setup\\);\\n\\s+setup\\.refuse").matcher(source);
        assertThat(build.find()).as(source).isTrue();
        Class<?> setup = Class.forName(RuntimeNames.GUARD_SETUP.reflectionName());
        assertThat(Arrays.stream(setup.getMethods())
                        .filter(each -> each.getName().equals(build.group(1))))
                .extracting(Method::getReturnType)
                .extracting(Class::getSimpleName)
                .containsExactly(guard.group(1));
        assertThat(source).as("the body uses the guard").containsPattern("public [^;]*call\\(\\) \\{[^}]*\\bcall\\b");
        assertThat(source).as("the status is read").contains("implements RateLimitHint<");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFallbackAnswersOrIsRefused(ReturnKind kind) {
        String fallback = "default " + sample(kind) + " instead() { throw new IllegalStateException(); }";
        List<String> messages = Compiling.messages(compile(kind, "@Fallback(\"instead\")", fallback));
        Diagnostic refusal = kind.noFallback();
        if (refusal == null) {
            assertThat(messages).isEmpty();
        } else {
            assertThat(messages).singleElement().asString().contains("[holdfast:" + refusal.code() + "]");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void checkedExceptionsAreThoseThatACallMayFailWith(ReturnKind kind) {
        List<String> messages = Compiling.messages(compile(kind, "@Backoff(retryOn = java.io.IOException.class)", ""));
        if (FAIL_CHECKED.contains(kind.getClass())) {
            assertThat(messages).noneMatch(each -> each.contains("[holdfast:"));
        } else {
            // Statuses are retried too, so it is a warning, which is an error here.
            assertThat(messages)
                    .anyMatch(each -> each.contains("[holdfast:" + AttributeDiagnostic.DEAD_EXCEPTION.code() + "]"));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isDocumentedAndHasAGoldenFile(ReturnKind kind) throws Exception {
        String docs = Cases.read(Path.of("../docs/asynchronous.md"));
        for (String type : kind.types()) {
            String name = type.substring(type.lastIndexOf('.') + 1);
            assertThat(docs).contains("`" + name);
            try (Stream<Path> files = Files.walk(Path.of("src/test/resources/golden"))) {
                assertThat(files.filter(each -> each.toString().contains("input") && Files.isRegularFile(each)))
                        .as("golden file with %s", name)
                        .anyMatch(each -> Pattern.compile("\\b" + name + "<.*\\);")
                                .matcher(Cases.read(each))
                                .find());
            }
        }
    }

    /** Other rooms ask kinds, and know no types. */
    @Test
    void noOtherRoomNamesTheTypes() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(each -> each.toString().endsWith(".java"))
                            .filter(each -> !each.getParent().endsWith("kind"))
                            .filter(each -> ReturnKinds.laterTypes().stream()
                                    .anyMatch(type -> Cases.read(each).contains("\"" + type + "\""))))
                    .isEmpty();
        }
    }

    private static String sample(ReturnKind kind) {
        String sample = SAMPLES.get(kind.getClass());
        assertThat(sample).as("sample of %s", kind.getClass()).isNotNull();
        return sample;
    }

    /** A policy that is only for some kinds may stand on an interface with others. */
    private static Compilation compileOnType(ReturnKind kind, String annotations) {
        return compile(kind, annotations, "", "");
    }

    private static Compilation compile(ReturnKind kind, String annotations, String member) {
        return compile(kind, "", annotations, member);
    }

    private static Compilation compile(ReturnKind kind, String onType, String onMethod, String member) {
        List<JavaFileObject> sources =
                new ArrayList<>(Cases.sources(Path.of("src/test/resources/golden/retrofit/input")));
        sources.removeIf(each ->
                each.getName().endsWith("RepoClient.java") || each.getName().endsWith("CodeHint.java"));
        sources.add(JavaFileObjects.forSourceString("p.Client", """
                package p;
                import dev.holdfast.annotations.*;
                %s public interface Client {
                    %s %s call();
                    %s
                }
                """.formatted(onType, onMethod, sample(kind), member)));
        return Compiling.compile(List.of("--release", "11", "-Xlint:all,-processing,-options", "-Werror"), sources);
    }
}
