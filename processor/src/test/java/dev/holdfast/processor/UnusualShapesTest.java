package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Shapes that random interfaces and the corpus brought up: each in the fewest words that show it. */
class UnusualShapesTest {

    private static final String IMPORTS = "package p; import dev.holdfast.annotations.*; import java.io.*;"
            + " import java.lang.annotation.*; import java.util.*; ";

    private static final String MARK = """
    @Target(ElementType.TYPE_USE) @interface Id { double value() default 0;
        float other() default 0; String text() default "";
    }
    """;

    @TempDir
    Path folder;

    /** A name for people, and the body of {@code p/C.java}. */
    public static List<Arguments> shapes() {
        return List.of(
                Arguments.of(
                        "a type variable of an inherited method, named like one of the interface",
                        "@Backoff public interface C<T> extends A<List<T>> {} interface A<K> { <T> T get(K key, T other); }"),
                Arguments.of(
                        "a call whose type arguments javac does not find out",
                        "@Backoff public interface C { <T extends Comparable<T>> void a(Map<?, ? super T> all); }"),
                Arguments.of("the same with bounds that depend on each other", """
                        @Backoff public interface C {
                            <A extends Number & Comparable<? super A>, B extends A> B a(List<? super B> all);
                        }
                        """),
                Arguments.of("inherited methods called and shaped like the generated factory", """
                        @Backoff public interface C extends A<C>, B<C> { void a(); default void newBuilder(C c) {} }
                        interface A<T> { default T builder(T c) { return c; } }
                        interface B<X extends C> { default void newNewBuilder(X x) {}
                            default void newNewNewBuilder() {}
                        }
                        """),
                Arguments.of("the same, generic", """
                        @Backoff public interface C<T> extends A { void a(); }
                        interface A { default <X extends C<?>> void builder(X c) {}
                            default void newBuilder(C<String> c) {}
                        }
                        """),
                Arguments.of(
                        "an interface's type variable called Builder",
                        "@Backoff public interface C<Builder> { Builder a(Builder builder); }"),
                Arguments.of(
                        "a type variable, a member type and a method called Keys, and methods whose keys' constants collide",
                        """
                        @Backoff @Resilient(keys = true) public interface C<Keys> { Keys keys(Keys key); void Keys(Mine.Keys keys); void getUrl();
                            void getURL(); void Interface(); void setup(int setup, String ClientSetup);
                        }
                        interface Mine { class Keys {} }
                        """),
                Arguments.of(
                        "a member type called Keys",
                        "@Backoff @Resilient(keys = true) public interface C { Keys keys(Keys key); class Keys {} }"),
                Arguments.of(
                        "a type variable, a member type, a field and a parameter called like what reads answers", """
                        @Backoff @RateLimited public interface C<Answers> { Answers a(Answers x, java.net.http.HttpClient y);
                            java.net.http.HttpResponse<?> answers(Answers ANSWERS) throws HttpException;
                        }
                        class HttpException extends Exception { static final long serialVersionUID = 1;
                            public int statusCode() { return 503; }
                            public Object object() { return 1; }
                        }
                        """),
                Arguments.of("member types called like what reads answers", """
                        @Backoff @RateLimited public interface C { Answers a(); java.net.http.HttpResponse<Answers> b();
                            class Answers {}
                        }
                        """),
                Arguments.of("generated classes called like the nested ones", """
                        @Backoff @Resilient(className = "Keys", keys = true) public interface C { void a(); }
                        @Backoff @Resilient(className = "Builder") interface D { void a(); }
                        """),
                Arguments.of(
                        "a method's type variable called Override",
                        "@Backoff public interface C { <Override> Override a(Override override); }"),
                Arguments.of("a method that no call on the interface can name", """
                        @Backoff public interface C extends A<String>, B {} interface A<T> { String get(T key); }
                        interface B { String get(String key); }
                        """),
                Arguments.of(
                        "type annotations with numbers that have no literal",
                        "@Backoff public interface C { @Id(value = Double.POSITIVE_INFINITY, other = Float.NaN) String a(); }"
                                + MARK),
                Arguments.of(
                        "type annotations with separators of lines in their text",
                        "@Backoff public interface C { @Id(text = \"one\\u2028two\\u0085three\") String a(); }"
                                + MARK));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void javac(String name, String body) {
        Compilation compilation = Compiling.compile(
                Arrays.asList("-Xlint:all,-processing,-auxiliaryclass", "-Werror"),
                Compiling.sources("p.C", IMPORTS + body));
        assertThat(Compiling.messages(compilation)).isEmpty();
    }

    /** What only one compiler takes amiss. */
    static List<Arguments> ecjShapes() {
        return List.of(
                Arguments.of(
                        "renamed type variables with annotations, in enclosing types, bounds and arguments",
                        """
                        @Backoff public interface C<T> extends A<T> {} interface A<K> {
                            <T> Box<@Id T>.In<@Id T> a(@Id T key, List<@Id T> l);
                            <T extends @Id Number> Box<T>.@Id In<K> b(Box<@Id T>.In<@Id K[]> @Id [] l, T t);
                            <T> Box<Box<@Id T>.In<? extends @Id T>>.@Id In<K> c(T t);
                            <@Id T> Box<T>.In<T> d(Box<? extends T>.In<T[]> key);
                        }
                        class Box<X> { class In<Y> {} }
                        """ + MARK),
                Arguments.of("type variables with annotations, of a method and of what answers for it", """
                        @Fallback("none") public interface C { <T> List<@Id T> a(@Id T key, List<? super @Id T> l);
                            static <U> List<@Id U> none(@Id U key, List<? super @Id U> l) { return null; }
                        }
                        """ + MARK),
                Arguments.of("the same where that method has none", """
                        @Fallback("none") public interface C { List<@Id String> a(List<? super @Id String> l);
                            static <U> List<@Id U> none(List<? super @Id U> l) { return null; }
                        }
                        """ + MARK),
                Arguments.of("unrelated parents with one method of different results", """
                        @Backoff public interface C extends A, B {} interface A { Object get() throws IOException; }
                        interface B { String get() throws IOException; }
                        """),
                Arguments.of("unrelated parents with one method that throws different things", """
                        @Backoff public interface C extends A, B {} interface A { String get() throws IOException; }
                        interface B { String get() throws FileNotFoundException; }
                        """),
                Arguments.of("a diamond with an override that throws less", """
                        @Backoff public interface C extends A, B {} interface Top { Object get() throws IOException; }
                        interface A extends Top {} interface B extends Top { String get(); }
                        """),
                Arguments.of(
                        "a type variable with three bounds",
                        "@Backoff public interface C { <T extends Number & Comparable<T> & Serializable> T a(T t); }"),
                Arguments.of(
                        "a mark on a type argument and one on the type variable that it is for",
                        "@Backoff public interface C extends A<@Id String> {} interface A<T> { @Id T a(); }" + MARK),
                Arguments.of(
                        "a type variable that hides what the generated class imports",
                        "@Backoff public interface C { <Holdfast> Holdfast a(Holdfast holdfast); }"),
                Arguments.of(
                        "a call whose type argument stands on an outer class only",
                        "@Backoff public interface C { <T> Box<T>.In<String> a(); } class Box<T> { class In<U> {} }"),
                Arguments.of(
                        "a method named like the generated class",
                        "@Backoff public interface C { void ResilientC(); }"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ecjShapes")
    void ecj(String name, String body) {
        Path file = folder.resolve("in/p/C.java");
        Cases.write(file, IMPORTS + body);
        Path output = folder.resolve("out");
        assertThat(output.toFile().mkdir()).isTrue();
        assertThat(Ecj.compile(List.of(file), output)).isEmpty();
    }

    @Test
    void ecjWithAModuleThatExportsNothing() {
        Path module = folder.resolve("in/module-info.java");
        Cases.write(module, "module m { requires dev.holdfast.runtime; }");
        Path client = folder.resolve("in/p/C.java");
        Cases.write(client, "package p; @dev.holdfast.annotations.Backoff public interface C { void go(); }");
        assertThat(Ecj.compileModule(17, List.of(module, client), folder.resolve("out"), folder.resolve("classes")))
                .isEmpty();
    }

    /** Nothing that does not compile is written, and whoever uses the class has no further error. */
    @ParameterizedTest
    @CsvSource({
        "unimplementable-method, int clone();",
        "unimplementable-method, Object clone() throws IOException;",
        "unimplementable-method, int finalize();",
        "unimplementable-method, <T> T clone();",
        "unimplementable-method, <T> void finalize();",
        "class-name-taken, class ResilientC {}",
    })
    void whatNoClassCanImplementIsReported(String code, String member) {
        Compilation compilation = Compiling.compile(
                "p.C",
                IMPORTS + "@Backoff public interface C { void go(); " + member + " }",
                "p.User",
                "package p; class User { ResilientC client; }");
        assertThat(Compiling.messages(compilation))
                .filteredOn(line -> !line.startsWith("User.java"))
                .singleElement()
                .asString()
                .startsWith("C.java:1: error: [holdfast:" + code + "]");
        assertThat(Compiling.messages(compilation)).hasSize(code.equals("class-name-taken") ? 2 : 1);
    }
}
