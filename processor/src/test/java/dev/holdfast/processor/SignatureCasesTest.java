package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Declarations that are hard to repeat, beside those of {@link AwkwardShapesTest}. */
class SignatureCasesTest {

    private static final String HEAD = "package p; import dev.holdfast.annotations.*; ";

    /** Each compiles without a warning: {@code I} is where the interface begins. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // Exceptions and results of unrelated parents.
                """
                interface A { <X extends Exception> void a(Class<X> t) throws X; }
                interface B { <Y extends Exception> void a(Class<Y> t) throws Y; } I extends A, B {}
                """,
                """
                interface A { <T> java.util.List<T> all(); }
                interface B { <U> java.util.ArrayList<U> all(); } I extends A, B {}
                """,
                // Names that hide the first part of a qualified name, or a type.
                "I { void java(String java); void dev(int x); class Objects {} class Holdfast {} class SyncGuard {} }",
                "I { void Holdfast(); void SyncGuard(); void Objects(); void CircuitBreaker(); void RateLimitHint(); }",
                "I { Integer a(String dev); class RateLimitHint {} }",
                "I { Integer a(String RateLimitHint); }",
                "I { String builder(C delegate); String newBuilder(C other); }",
                // Deprecation.
                "interface A { @Deprecated void a(); } I extends A { @SuppressWarnings(\"deprecation\") void a(); }",
                """
                interface A { @Deprecated(forRemoval = true) void a(); }
                I extends A { @SuppressWarnings("removal") void a(); }
                """,
                "@Deprecated @interface Nullable {} I { @SuppressWarnings(\"deprecation\") @Nullable String a(); }",
                "@Deprecated class Old { static class In {} } I { @SuppressWarnings(\"deprecation\") Old.In a(); }",
                "@Deprecated class Outer { I { void a(); } }",
                """
                class E extends Exception { @Deprecated public int statusCode() { return 1; }
                    @Deprecated public String retryAfter() { return null; } } I { void a() throws E;
                }
                """,
                "@SuppressWarnings({\"deprecation\", \"removal\"}) I { void finalize(); }",
                // Raw super-interfaces.
                """
                interface A<T> { <U extends T> java.util.List<U> all(Class<U> type, T t); }
                @SuppressWarnings("rawtypes") I extends A {}
                """,
            })
    void compilesWithoutAWarning(String source) {
        String annotations = "@Backoff(retryResult = Q.class) ";
        boolean predicate = source.contains("Integer a(");
        String text = source.replace("I ", (predicate ? annotations : "@Backoff ") + "interface C ");
        String help = predicate ? """
                class Q implements java.util.function.Predicate<Integer> {
                    public boolean test(Integer i) { return false; }
                }
                """ : "";
        String name = source.contains("class Outer") ? "p.Outer" : "p.C";
        Compilation compilation = Compiling.compile(
                List.of("-Xlint:all,-processing,-serial,-auxiliaryclass"), Compiling.sources(name, HEAD + text + help));
        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(Compiling.generated(compilation)).hasSize(1);
    }

    @Test
    void keepsWhatAllParentsAllow() {
        assertThat(generated("""
                        interface A { String get() throws java.io.IOException; } interface B { String get() throws
                            java.io.FileNotFoundException; } @Backoff interface C extends A, B {
                        }
                        """)).contains("public String get() throws FileNotFoundException {");
    }

    @Test
    void throwsWhatOnlyAnAnnotationOfKotlinTells() {
        String client = """
        public interface C { @kotlin.jvm.Throws(exceptionClasses = {java.io.IOException.class})
            void kapt(); @kotlin.jvm.Throws(exceptionClasses = {}) void nothing();
        }
        """;
        // As kapt writes its stubs, which are never compiled: javac would find that the interface does not throw that.
        assertThat(ofKotlin("@kotlin.Metadata @Backoff " + client))
                .contains("void kapt() throws IOException", "void nothing() {");
        assertThat(ofKotlin("@Backoff " + client)).doesNotContain("throws IOException");
    }

    private static String ofKotlin(String source) {
        Compilation compilation = Compiling.compile(
                List.of("-proc:only"),
                Compiling.sources(
                        "p.C",
                        HEAD + source,
                        "kotlin.Metadata",
                        "package kotlin; public @interface Metadata {}",
                        "kotlin.jvm.Throws",
                        "package kotlin.jvm; public @interface Throws { Class<? extends Throwable>[] exceptionClasses(); }"));
        return Compiling.generated(compilation).get("ResilientC.java");
    }

    @Test
    void keepsAnnotationsThatCanBeNamed() {
        assertThat(generated("""
        @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE) @interface Id {}
        @Backoff interface C { @Id String a(); }
        """)).contains("public @Id String a()");
    }

    @Test
    void typesOutOfSightAreReported() {
        Compilation compilation = Compiling.compile(
                "p.C",
                "package p; @dev.holdfast.annotations.Backoff\npublic interface C<T> extends q.Mid {}",
                "p.User",
                "package p; abstract class User { abstract ResilientC.Builder<String> user(ResilientC<String> client); }",
                "q.Mid",
                """
                package q; interface Base { Hidden foo(java.util.List<Hidden[]> all); }
                public interface Mid extends Base {}
                """,
                "q.Hidden",
                "package q; class Hidden {}");
        assertThat(Compiling.messages(compilation))
                .containsExactly("C.java:2: error: [holdfast:inaccessible-type] Base.foo(List<Hidden[]>) names Hidden,"
                        + " which generated code in package p cannot see. Fix: make it public, or package-private in that"
                        + " package.");
    }

    @Test
    void leavesOutAnnotationsThatTheClassCannotSee() {
        Compilation compilation = Compiling.compile(
                "p.C",
                "package p; @dev.holdfast.annotations.Backoff public interface C extends q.Base {}",
                "q.Base",
                """
                package q; import java.lang.annotation.*; @Target(ElementType.TYPE_USE) @interface Id {}
                @interface Nullable {} public interface Base {
                    @Nullable @Id String foo(@Nullable java.util.List<@Of(Hidden.class) String> all);
                    @Target(ElementType.TYPE_USE) @interface Of { Class<?> value(); } } class Hidden {
                }
                """);
        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(Compiling.generated(compilation).get("ResilientC.java"))
                .contains("public String foo(List<String> all)");
    }

    private static String generated(String source) {
        Compilation compilation = Compiling.compile("p.C", HEAD + source);
        assertThat(Compiling.messages(compilation)).isEmpty();
        return Compiling.generated(compilation).get("ResilientC.java");
    }
}
