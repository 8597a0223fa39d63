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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** A type of each kind whose answer has a status, if it can have one. */
    private static String sample(ReturnKind kind) {
        if (kind == ReturnKinds.VALUE || kind instanceof SuspendKind) {
            return "java.net.http.HttpResponse<String>";
        }
        String type = kind.types().get(kind.types().size() - 1);
        if (kind instanceof CallKind) {
            return type + "<String>";
        }
        if (kind.isStream()) {
            return type + "<String>";
        }
        return hasResult(kind) ? type + "<java.net.http.HttpResponse<String>>" : type;
    }

    /** A method of the kind. */
    private static String method(ReturnKind kind, String name) {
        return kind instanceof SuspendKind
                ? "Object " + name + "(kotlin.coroutines.Continuation<? super " + sample(kind) + "> continuation)"
                : sample(kind) + " " + name + "()";
    }

    private static boolean hasResult(ReturnKind kind) {
        return !kind.isStream() && kind.types().stream().noneMatch(each -> each.endsWith(".Completable"));
    }

    /** Where the golden files have a little of the libraries. */
    private static final List<String> LIBRARIES = List.of(
            "retrofit", "reactor", "rxjava2", "rxjava3", "mutiny", "vertx", "guava", "streams", "suspend", "flow");

    /** Where the same calls are made for every kind. */
    private static final List<Path> ANSWERS = List.of(
            Path.of("../integration-tests/answers/src/test/java/dev/holdfast/it/answers"),
            // The same calls in the virtual time of coroutines, which that table lacks.
            Path.of("../integration-tests/kotlin/src/test/kotlin/dev/holdfast/it/coroutines"));

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
                .containsExactlyInAnyOrderElementsOf(kinds().stream()
                        .map(each -> each.getClass().getName())
                        .distinct()
                        .toList());
    }

    @Test
    void noTypeIsOfTwoKinds() {
        assertThat(ReturnKinds.laterTypes()).doesNotHaveDuplicates();
        assertThat(kinds()).filteredOn(each -> !each.isLater()).containsExactly(ReturnKinds.VALUE);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void allPoliciesGuardIt(ReturnKind kind) throws ReflectiveOperationException {
        Compilation compilation =
                compileOnType(kind, hasResult(kind) ? ALL_POLICIES : ALL_POLICIES.replace("@RateLimited", ""));
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
        assertThat(source).as("the body uses the guard").containsPattern("public [^;]*call\\(.*\\) \\{[^}]*\\bcall\\b");
        if (hasResult(kind)) {
            assertThat(source).as("the status is read").contains("implements RateLimitHint<");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFallbackAnswersOrIsRefused(ReturnKind kind) {
        String fallback = "default " + method(kind, "instead") + " { throw new IllegalStateException(); }";
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
        if (kind.isLater()) {
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
                        .anyMatch(each -> Pattern.compile("\\b" + name + "(<.*)? .*\\);")
                                .matcher(Cases.read(each))
                                .find());
            }
        }
    }

    /** There a test fails for a method without a row in the table. */
    @Test
    void isInTheTableOfBehaviourWithTheRealLibraries() throws Exception {
        StringBuilder text = new StringBuilder();
        for (Path folder : ANSWERS) {
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(each -> text.append(Cases.read(each)));
            }
        }
        assertThat(ReturnKinds.laterTypes())
                .allSatisfy(type -> assertThat(text.toString()).containsPattern("\\b" + Pattern.quote(type) + "\\b"));
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

    /** A policy that is only for some kinds may stand on an interface with others. */
    private static Compilation compileOnType(ReturnKind kind, String annotations) {
        return compile(kind, annotations, "", "");
    }

    private static Compilation compile(ReturnKind kind, String annotations, String member) {
        return compile(kind, "", annotations, member);
    }

    private static Compilation compile(ReturnKind kind, String onType, String onMethod, String member) {
        List<JavaFileObject> sources = new ArrayList<>();
        for (String library : LIBRARIES) {
            sources.addAll(Cases.sources(Path.of("src/test/resources/golden", library, "input")));
        }
        Set<String> names = new HashSet<>();
        // Several of them bring Reactive Streams along.
        sources.removeIf(each -> each.getName().contains("golden") || !names.add(each.getName()));
        sources.add(JavaFileObjects.forSourceString(
                "p.Client", """
                package p;
                import dev.holdfast.annotations.*;
                %s public interface Client {
                    %s %s;
                    %s
                }
                """.formatted(onType, onMethod, method(kind, "call"), member)));
        return Compiling.compile(List.of("--release", "11", "-Xlint:all,-processing,-options", "-Werror"), sources);
    }
}
