package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Interfaces that exist and are easily got wrong: each compiles without a warning, generated class and all. */
class AwkwardShapesTest {

    private static final String IMPORTS = "package p; import dev.holdfast.annotations.*; import java.io.*;"
            + " import java.util.*; import org.jspecify.annotations.Nullable; ";

    /** A name for people, and the body of {@code p/C.java}. */
    public static List<Arguments> shapes() {
        return List.of(
                Arguments.of(
                        "equals redeclared with a marked parameter",
                        "@Backoff public interface C { boolean equals(@Nullable Object o); int hashCode(); void go(); }"),
                Arguments.of("two parents that throw different things", """
                        @Backoff public interface C extends A, B {} interface A { String get() throws IOException; }
                        interface B { String get() throws FileNotFoundException; }
                        """),
                Arguments.of("the same, the other way round", """
                        @Backoff public interface C extends B, A {} interface A { String get() throws IOException; }
                        interface B { String get() throws FileNotFoundException; }
                        """),
                Arguments.of("parents that allow nothing in common", """
                        @Backoff public interface C extends A, B {} interface A { String get() throws IOException; }
                        interface B { String get() throws java.util.concurrent.TimeoutException; }
                        """),
                Arguments.of("a default method that names the generated class", """
                        @Backoff public interface C { void go();
                            default ResilientC resilient() { return new ResilientC(this); }
                        }
                        """),
                Arguments.of("methods called java and dev, nested types called like ours", """
                        @Backoff @RateLimited(on = C.Busy.class) public interface C { void java(String java);
                            void dev(int x); class Objects {} class Holdfast {} class RateLimitHint {}
                            class Busy extends RuntimeException { static final long serialVersionUID = 1;
                                public int status() { return 0; }
                            }
                        }
                        """),
                Arguments.of(
                        "overloads by types of another alphabet",
                        "@Backoff public interface C { void f(\u0416 a); void f(\u0401 b); class \u0416 {} class \u0401 {} }"),
                Arguments.of("type variables with several bounds", """
                        @Backoff public interface C<K extends Number & Comparable<K>> { K a(K k);
                            <T extends Object & Comparable<? super T> & Serializable> T max(Collection<T> all);
                        }
                        """),
                Arguments.of("private annotations on types and declarations", """
                        public class C { @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)
                            private @interface Id {} private @interface Nullable {}
                            @Backoff public interface Inner { @Id String foo(@Nullable Integer i); }
                        }
                        """),
                Arguments.of("an answer whose body cannot be closed, sealed as it is", """
                        @RateLimited public interface C { A<B> get(); sealed interface S permits B {}
                            final class B implements S {} interface A<T extends S> { int code();
                                String header(String name); T body();
                            }
                        }
                        """),
                Arguments.of("an answer whose closing may throw anything", """
                        @RateLimited public interface C { A get(); interface A { int code(); String header(String name);
                                void close() throws Throwable;
                            }
                        }
                        """),
                Arguments.of("a header's name whose making may fail", """
                        @RateLimited public interface C { A get(); interface A { int code(); String getHeader(Name name);
                                Map<String, String> headers(); } interface Name {
                                static Name of(String text) throws IOException { return null; }
                            }
                        }
                        """),
                Arguments.of("an answer that is raw, or within a raw bound", """
                        @RateLimited public interface C { @SuppressWarnings("rawtypes") A get();
                            @SuppressWarnings("rawtypes") <T extends A> T typed();
                            interface A<T> { int code(); String header(String name); T body(); }
                        }
                        """),
                Arguments.of(
                        "a method called builder that takes the client",
                        "@Backoff public interface C { String builder(C delegate); void go(); }"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void compilesWithoutAWarning(String name, String body) {
        Compilation compilation = Compiling.compile(
                Arrays.asList("-Xlint:all,-processing", "-Werror"), Compiling.sources("p.C", IMPORTS + body));

        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    }
}
