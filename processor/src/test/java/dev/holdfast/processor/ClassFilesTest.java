package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What class files and file systems can hold, and what sources cannot say of them. */
class ClassFilesTest {

    private static final String IMPORT = "package p; import dev.holdfast.annotations.*; ";

    @Test
    void namesThatJavaCannotWriteAreOneError() {
        Compilation library = Compiling.compileWith(
                List.of(),
                List.of(),
                Compiling.sources("l.Base", """
                        package l; public interface Base { String user_abcdef(String id); String plain(in_out.T t);
                            default void more_abcdef() {}
                        }
                        """, "in_out.T", "package in_out; public class T {}"));
        Library.withClasses(library, jar -> {
            patch(jar.resolve("l/Base.class"), "user_abcdef", "user-abcdef");
            patch(jar.resolve("l/Base.class"), "more_abcdef", "more-abcdef");
            Compilation compilation = Library.compile(
                    jar,
                    "p.C",
                    "package p;\n@dev.holdfast.annotations.Backoff\npublic interface C extends l.Base {}",
                    "p.User",
                    "package p; class User { ResilientC c; }");
            assertThat(Compiling.messages(compilation))
                    .singleElement()
                    .asString()
                    .startsWith("C.java:3: error: [holdfast:unwritable-name] Base.user-abcdef(String) cannot be"
                            + " implemented in Java, because \"user-abcdef\" is not a Java name. Fix: ");
        });
    }

    /** Both names are as long, so the rest of the file stays as it is. */
    private static void patch(Path file, String name, String other) {
        try {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertThat(bytes).contains(name);
            Files.write(file, bytes.replace(name, other).getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Each costs a build more than a millisecond, and an app a class to load. */
    @ParameterizedTest
    @CsvSource({
        "String a() throws java.io.IOException; String b();, 'C ResilientC ResilientC$Builder'",
        "java.net.http.HttpResponse<String> a() throws Busy; String b() throws Late;,"
                + " 'C ResilientC ResilientC$Answers ResilientC$Builder'"
    })
    void aClientHasFewClassFiles(String methods, String expected) {
        Compilation compilation = Compiling.compile(
                "p.C",
                IMPORT + "@CircuitBreaker @Backoff public interface C { " + methods + " }",
                "p.Busy",
                "package p; public class Busy extends Exception { public int statusCode() { return 429; } }",
                "p.Late",
                "package p; public class Late extends Exception { public int getStatus() { return 503; } }");
        assertThat(classFiles(compilation).stream()
                        .map(each -> each.replaceAll(".*/|\\.class", ""))
                        .filter(each -> each.contains("C"))
                        .sorted())
                .containsExactly(expected.split(" "));
    }

    @Test
    void nestedClassesDifferByMoreThanCase() {
        Compilation compilation = Compiling.compile(
                "p.C",
                IMPORT + """
                @RateLimited(on = {a.ApiException.class, b.APIException.class}) public interface C
                { String a(); }
                """,
                "a.ApiException",
                "package a; public class ApiException extends RuntimeException { public int statusCode() { return 429; } }",
                "b.APIException",
                "package b; public class APIException extends RuntimeException { public int getStatus() { return 503; } }");
        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(classFiles(compilation).stream().map(each -> each.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
    }

    @Test
    void namesOfNestedClassesFitIntoAFileName() {
        String exception = "VeryLongNameOfAnException".repeat(9);
        Compilation compilation = Compiling.compile(
                "p.C",
                IMPORT + "@RateLimited public interface C { String a() throws " + exception + "; }",
                "p." + exception,
                "package p; public class " + exception
                        + " extends Exception { public int statusCode() { return 429; } }");
        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(classFiles(compilation))
                .allMatch(each ->
                        each.substring(each.lastIndexOf('/') + 1).getBytes(StandardCharsets.UTF_8).length <= 255);
    }

    private static List<String> classFiles(Compilation compilation) {
        return compilation.generatedFiles().stream()
                .filter(each -> each.getKind() == JavaFileObject.Kind.CLASS)
                .map(JavaFileObject::getName)
                .collect(Collectors.toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<T extends Comparable<T>>"})
    void manyMethodsWithPoliciesOfTheirOwnCompile(String variables) {
        String methods = IntStream.range(0, 600)
                .mapToObj(each -> "@CircuitBreaker(failureThreshold = " + (each + 1)
                        + ") @Backoff(maxAttempts = 4) @Timeout(\"5s\") String method" + each + "(String x);")
                .collect(Collectors.joining("\n"));
        assertThat(compileLarge(IMPORT + "@Bulkhead public interface C" + variables + " {" + methods + "}"))
                .contains("Guards1.method7(setup, builder, bulkhead)", "private static final class Guards2 ");
    }

    @Test
    void manyMethodsWithTheSamePoliciesCompile() {
        String methods = IntStream.range(0, 1_500)
                .mapToObj(each -> "String m" + each + "(String a);")
                .collect(Collectors.joining("\n"));
        assertThat(compileLarge(IMPORT + "@CircuitBreaker @Backoff @Timeout(\"5s\") @Bulkhead public interface C {"
                        + methods + "}"))
                .contains("class Guards3 ");
    }

    private static String compileLarge(String source) {
        Compilation compilation = Compiling.compile(List.of("-Aholdfast.lint=off"), Compiling.sources("p.C", source));
        assertThat(Compiling.messages(compilation)).isEmpty();
        return Compiling.generated(compilation).get("ResilientC.java");
    }

    @Test
    void whatNestedClassesMakeWorks() throws Throwable {
        String methods = IntStream.range(0, 150)
                .mapToObj(each ->
                        "@CircuitBreaker(failureThreshold = 2) String m" + each + "() throws java.io.IOException;")
                .collect(Collectors.joining("\n"));
        Harness harness = new Harness("p.C", IMPORT + "@Backoff(maxAttempts = 2) public interface C {" + methods + "}");
        assertThat(harness.throwing(new IOException("first"))
                        .answering("second")
                        .call("m149"))
                .isEqualTo("second");
    }

    @Test
    void moreThanAClassHoldsIsOneError() {
        String methods = IntStream.range(0, 7_000)
                .mapToObj(each -> "void m" + each + "();")
                .collect(Collectors.joining("\n"));
        assertThat(Compiling.messages(Compiling.compile(
                        "p.C",
                        "package p;\n@dev.holdfast.annotations.Backoff\ninterface C {" + methods + "}",
                        "p.User",
                        "package p; class User { ResilientC c = new ResilientC(null); }")))
                .singleElement()
                .asString()
                .startsWith(
                        "C.java:3: error: [holdfast:too-large] the generated class for C would have 7000 methods with"
                                + " 1 policy, too much for a class file. Fix: divide the interface into several.");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void compactSourceFilesAreOneError() {
        assertThat(Compiling.messages(Compiling.compile("Main", """
                        import dev.holdfast.annotations.*;
                        @Backoff interface Api { String a(); }
                        void main() { new ResilientMain_Api(null); }
                        """)))
                .singleElement()
                .asString()
                .startsWith(
                        "Main.java:2: error: [holdfast:compact-source] Api is in a compact source file, Main.java,");
    }

    @Test
    void aClassLikeThatOfACompactSourceFileIsNone() {
        assertThat(Compiling.messages(Compiling.compile("Main", """
                        final class Main { @dev.holdfast.annotations.Backoff interface Api { String a(); }
                            void main() { new ResilientMain_Api(null).a(); }
                        }
                        """))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ResilientC, Impl", "Impl, p.ResilientC"})
    void aSealedInterfaceMayPermitItsGeneratedClass(String permitted) {
        Compilation compilation = Compiling.compile(
                "p.C",
                IMPORT + "@Backoff public sealed interface C permits " + permitted + """
                { String a();
                    @Backoff sealed interface Inner permits ResilientC_Inner { void b(); }
                }
                final class Impl implements C { public String a() { return ""; } }
                """,
                "p.User",
                "package p; class User { C c = new ResilientC(new Impl()); }");
        assertThat(Compiling.messages(compilation)).isEmpty();
    }

    /** What users call is there, even where the compiler goes on after an error. */
    @Test
    void stubsHaveTheMethodsThatUsersCall() {
        assertThat(Compiling.messages(Compiling.compile(
                        List.of("--should-stop=ifError=FLOW"),
                        Compiling.sources(
                                "p.C",
                                IMPORT + """
                                @Backoff public sealed interface C permits Impl { String a(); }
                                final class Impl implements C { public String a() { return ""; } }
                                """,
                                "p.User",
                                "package p; class User { String a(C c) { return new ResilientC(c).a(); } }"))))
                .singleElement()
                .asString()
                .contains("[holdfast:sealed-interface]");
        assertThat(
                        Compiling.messages(
                                Compiling.compile(
                                        List.of("--should-stop=ifError=FLOW"),
                                        Compiling.sources(
                                                "p.C",
                                                IMPORT + "@Backoff public class C<T> { public T a() { return null; } }",
                                                "p.User",
                                                "package p; class User { String a(C<String> c) { return new ResilientC<>(c).a(); } }"))))
                .singleElement()
                .asString()
                .contains("[holdfast:not-an-interface]");
    }

    @Test
    void aFallbackMayBeCalledLikeAKeywordOfStatements() throws Throwable {
        Harness harness = new Harness("p.C", IMPORT + """
                @Fallback("yield") public interface C { String a(String x) throws java.io.IOException;
                    default String yield(String y) { return y; }
                }
                """);
        assertThat(harness.throwing(new IOException("gone")).call("a", "mine")).isEqualTo("mine");
    }
}
