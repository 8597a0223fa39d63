package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Interfaces whose methods return a {@code Call} of Retrofit's, real ones and odd ones, and what is said of them. */
class RetrofitShapesTest {

    private static final Path INPUT = Path.of("src/test/resources/golden/retrofit/input");

    /** What Retrofit's {@code Call} names, and what that names. */
    private static final List<String> NAMED_BY_CALL = List.of(
            "retrofit2.Callback",
            "retrofit2.Response",
            "okhttp3.Headers",
            "okhttp3.ResponseBody",
            "okhttp3.Request",
            "okio.Timeout");

    private static final String IMPORTS = "package p; import dev.holdfast.annotations.*; import java.io.*;"
            + " import java.util.*; import org.jspecify.annotations.*; import retrofit2.Call; ";

    private static Compilation compile(List<String> options, String body, UnaryOperator<String> call) {
        List<JavaFileObject> sources = new ArrayList<>(Compiling.sources("p.C", IMPORTS + body));
        for (String type : NAMED_BY_CALL) {
            sources.addAll(Compiling.sources(type, text(type)));
        }
        sources.addAll(Compiling.sources("okhttp3.Call", "package okhttp3; public interface Call {}"));
        sources.addAll(Compiling.sources("retrofit2.Call", call.apply(text("retrofit2.Call"))));
        return Compiling.compile(options, sources);
    }

    private static String text(String type) {
        return Cases.read(INPUT.resolve(type.substring(type.indexOf('.') + 1) + ".java"));
    }

    private static Compilation compile(String body) {
        return compile(List.of(), body, text -> text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Backoff public interface C<T> { Call<T> get(); <U extends T> Call<List<? super U>> all(U u); }",
                "@Backoff public interface C extends B<String> {} interface B<T> { Call<T> get(); }",
                "@Backoff public interface C { Call<?> any(); Call<? extends Number[]> some(int... guard); }",
                "@Backoff @SuppressWarnings(\"rawtypes\") public interface C { Call raw(); }",
                "@Backoff public interface C<RetrofitCall> { Call<RetrofitCall> get(); }",
                "@Backoff public interface C { <RetrofitCall> Call<RetrofitCall> get(RetrofitCall c); }",
                "@Backoff public interface C { RetrofitCall own(); Call<RetrofitCall> get(); class RetrofitCall {} }",
                """
                @Backoff public interface C { Call<Response> get(Outcome o); class Response {} class Outcome {}
                    class Callback {} class Request {} class GuardedCall {} class T {}
                }
                """,
                "@Backoff @NullMarked public interface C { Call<@Nullable String> get(@Nullable String s); }",
                "@Backoff public interface C { Call<String> get() throws IOException, InterruptedException; }",
                "@RateLimited public interface C { Call<? extends Number> get(); Call<?> any(); }",
                """
                @Backoff @RateLimited(hint = C.Hint.class) public interface C { Call<? extends Number> get();
                    class Hint implements RateLimitHint<retrofit2.Response<?>> {
                        public int status(retrofit2.Response<?> r) { return r.code(); }
                    }
                }
                """
            })
    void compileWithoutAWarning(String body) {
        Compilation compilation =
                compile(List.of("-Xlint:all,-processing", "-Werror", "--release", "11"), body, text -> text);
        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(Compiling.generated(compilation).get("ResilientC.java")).contains("implements Call<");
    }

    @Test
    void aCallWithoutTimeoutIsThatOfAnOlderRetrofit() {
        Compilation compilation = compile(
                List.of(),
                "@Backoff public interface C { Call<String> get(); }",
                text -> text.replace("Timeout timeout();", ""));
        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(Compiling.generated(compilation).get("ResilientC.java"))
                .contains("Request request()")
                .doesNotContain("timeout()");
    }

    @ParameterizedTest
    @CsvSource({
        "Request request();, Request request(int i);, has the method request",
        "Request request();, 'Request request(); void other();', has the method other",
        "void cancel();, '', lacks the method cancel",
        "Response<T> execute(), T execute(), has another method execute",
        "Response<T> execute(), Response<String> execute(), has another method execute",
        "throws IOException, throws Exception, has another method execute",
        "enqueue(Callback<T>, enqueue(Response<T>, has another method enqueue"
    })
    void aCallWithOtherMembersIsAnError(String member, String other, String why) {
        Compilation compilation = compile(
                List.of(), "@Backoff public interface C { Call<String> get(); }", text -> text.replace(member, other));
        assertThat(Compiling.messages(compilation))
                .singleElement()
                .asString()
                .contains("[holdfast:unknown-call]")
                .contains("this retrofit2.Call " + why + ", so");
    }

    @Test
    void aCallOfSomebodysOwnAndOneOfOkHttpStayErrors() {
        Compilation compilation = compile("""
        @Backoff public interface C { Mine<String> get(); okhttp3.Call raw();
            interface Mine<T> extends Call<T> {}
        }
        """);
        assertThat(Compiling.messages(compilation))
                .satisfiesExactly(
                        line -> assertThat(line).contains("[holdfast:async-method] C.get() returns C.Mine<String>"),
                        line -> assertThat(line).contains("[holdfast:async-method] C.raw() returns Call"));
    }

    @Test
    void aTypeThatTheCallNamesAndThatIsMissingIsReported() {
        Compilation compilation = compile(
                List.of(),
                "@Backoff public interface C { Call<String> get(); }",
                text -> text.replace("import okio.Timeout;", "import okio.Gone;")
                        .replace("Timeout", "Gone"));
        assertThat(Compiling.messages(compilation))
                .anyMatch(line -> line.contains("[holdfast:unresolved-type]") && line.contains("the type Gone"))
                .noneMatch(line -> line.startsWith("ResilientC.java"));
    }

    @Test
    void whatMakingACallThrowsIsDeclared() {
        Compilation compilation = compile("""
        public interface C {
            @Backoff(retryOn = IOException.class) Call<String> fine();
            @Backoff(retryOn = Exception.class) Call<String> broad();
            @Backoff(retryOn = {IOException.class, InterruptedException.class}) Call<String> dead();
        }
        """);
        assertThat(Compiling.messages(compilation))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("[holdfast:broad-exception]", "C.broad() declares only IOException"),
                        line -> assertThat(line).contains("[holdfast:dead-exception]", "InterruptedException"));
    }

    @Test
    void aPostIsSeenByItsAnnotation() {
        List<JavaFileObject> sources = new ArrayList<>(Compiling.sources(
                "p.C",
                IMPORTS + """
                @Backoff public interface C { @retrofit2.http.POST Call<String> send();
                    @retrofit2.http.GET Call<String> get();
                }
                """,
                "retrofit2.http.POST",
                "package retrofit2.http; public @interface POST {}",
                "retrofit2.http.GET",
                "package retrofit2.http; public @interface GET {}"));
        for (String type : List.of(
                "retrofit2.Call",
                "retrofit2.Callback",
                "retrofit2.Response",
                "okhttp3.Headers",
                "okhttp3.ResponseBody",
                "okhttp3.Request",
                "okio.Timeout")) {
            sources.addAll(Compiling.sources(type, text(type)));
        }
        assertThat(Compiling.messages(Compiling.compile(List.of(), sources)))
                .singleElement()
                .asString()
                .contains("[holdfast:non-idempotent] C.send() sends POST");
    }
}
