package dev.holdfast.processor.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.holdfast.processor.Compiling;
import dev.holdfast.processor.Library;
import dev.holdfast.processor.WritingProcessor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that are wrong, missing or out of sight where the class is generated. */
class AnnotationReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Backoff(maxAttempts = Nope.X)",
                "Backoff(baseDelay = Nope.X)",
                "Backoff(factor = Nope.X)",
                "Backoff(jitter = dev.holdfast.annotations.Jitter.FUL)",
                "Backoff(retryOn = Nope.class)",
                "Backoff(retryOn = int.class)",
                "Backoff(retryStatuses = Nope.X)",
                "Backoff(retryStatuses = {\"503\", Nope.X})",
                "Backoff(retryResult = int[].class)",
                "RateLimited(statuses = Nope.X)",
                "RateLimited(shared = Nope.X)",
                "RateLimited(hint = int.class)",
                "RateLimited(on = Nope.class)",
            })
    void leavesAnErroneousValueToTheCompiler(String annotation) {
        Compilation compilation = Compiling.compile(
                "p.Client",
                "package p; @dev.holdfast.annotations." + annotation
                        + " interface Client { java.net.http.HttpResponse<String> call(); }");
        assertThat(Compiling.messages(compilation))
                .isNotEmpty()
                .noneMatch(line -> line.contains("internal-error"))
                .noneMatch(line -> line.contains("duration-syntax"))
                .noneMatch(line -> line.contains("status-pattern"));
    }

    @Test
    void leavesErroneousValuesToTheCompiler() {
        assertThat(Compiling.messages(Compiling.compile("p.Client", """
                        package p; @dev.holdfast.annotations.Backoff(maxAttempts = Nope.X, retryOn = None.class)
                        interface Client { void call(); }
                        """)))
                .hasSize(2)
                .allMatch(line -> line.contains("cannot find symbol"));
    }

    @Test
    void waitsForConstantsOfOtherProcessors() {
        Compilation compilation = Compiling.compile(
                List.of(),
                Compiling.sources("p.Client", """
                        package p; @dev.holdfast.annotations.Backoff(maxAttempts = Late.ATTEMPTS, baseDelay = Late.DELAY)
                        interface Client { void call(); }
                        """),
                new WritingProcessor(
                        "p.Late", "package p; interface Late { int ATTEMPTS = 7; String DELAY = \"3s\"; }"));
        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(Compiling.generated(compilation).get("ResilientClient.java"))
                .contains(".maxAttempts(7)", ".baseDelayNanos(3_000_000_000L)");
    }

    @Test
    void judgesClassesFromThePackageOfTheGeneratedClass() {
        List<String> messages = Compiling.messages(Compiling.compile("q.Base", """
                package q;
                @dev.holdfast.annotations.Backoff(retryOn = Hidden.class)
                @dev.holdfast.annotations.CircuitBreaker(failureResult = Empty.class)
                public interface Base { String call(); }
                class Hidden extends RuntimeException {}
                class Empty implements java.util.function.Predicate<String> {
                    public boolean test(String text) { return text.isEmpty(); }
                }
                """, "p.Client", """
                package p;
                @dev.holdfast.annotations.Resilient interface Client extends q.Base {}
                """));
        assertThat(messages)
                .hasSize(2)
                .allMatch(line -> line.startsWith("Client.java:2: error: "))
                .anyMatch(
                        line -> line.contains(
                                "[holdfast:inaccessible-type] @Backoff.retryOn names Hidden, which generated code in package p"))
                .anyMatch(line -> line.contains("[holdfast:not-instantiable] @CircuitBreaker.failureResult is Empty"));
    }

    @Test
    void whatIsWrongEverywhereIsReportedOnceWhereItIsWritten() {
        List<String> messages = Compiling.messages(Compiling.compile("q.Base", """
                package q;
                @dev.holdfast.annotations.Backoff(retryResult = Abstract.class)
                @dev.holdfast.annotations.RateLimited(on = IllegalStateException.class)
                public interface Base { String call(); }
                abstract class Abstract implements java.util.function.Predicate<String> {}
                """, "p.Client", """
                package p;
                @dev.holdfast.annotations.Resilient interface Client extends q.Base {}
                """));
        assertThat(messages)
                .hasSize(2)
                .anyMatch(line -> line.startsWith("Base.java:2: error: [holdfast:not-instantiable]"))
                .anyMatch(line -> line.startsWith("Base.java:3: error: [holdfast:on-without-status]"));
    }

    @Test
    void anExceptionOutOfSightIsOneProblem() {
        assertThat(Compiling.messages(Compiling.compile("p.Outer", """
                        package p; class Outer { private static class Hidden extends RuntimeException {
                                public int statusCode() { return 429; }
                            }
                            @dev.holdfast.annotations.RateLimited(on = Hidden.class) interface Client {
                                void call();
                            }
                        }
                        """)))
                .singleElement()
                .asString()
                .contains("[holdfast:inaccessible-type] @RateLimited.on names Outer.Hidden");
    }

    @Test
    void readsNoStatusThatTheGeneratedClassCannotSee() {
        Compilation compilation = Compiling.compile(
                "q.Base",
                "package q; public interface Base { void call() throws ApiException; }",
                "q.ApiException",
                "package q; public class ApiException extends Exception { int statusCode() { return 503; } }",
                "p.Client",
                "package p; @dev.holdfast.annotations.Backoff interface Client extends q.Base {}");
        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(Compiling.generated(compilation).get("ResilientClient.java")).doesNotContain("statusCode");
    }

    @Test
    void readsAStatusThatAHiddenClassDeclares() {
        Compilation compilation = Compiling.compile("q.ApiException", """
                package q; public class ApiException extends Hidden {} class Hidden extends Exception {
                    public int statusCode() { return 503; }
                }
                """, "p.Client", """
                package p; @dev.holdfast.annotations.RateLimited interface Client {
                    void call() throws q.ApiException;
                }
                """);
        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(Compiling.generated(compilation).get("ResilientClient.java")).contains("return answer.statusCode()");
    }

    @Test
    void givesARawResultToNoHintForATypeWithArguments() {
        Compilation compilation =
                Compiling.compile("p.Client", """
                package p; import dev.holdfast.annotations.*; @SuppressWarnings("rawtypes") interface Client {
                    @RateLimited(hint = ReplyHint.class) Reply call();
                    @RateLimited(hint = ReplyHint.class) Reply<String> other();
                }
                """, "p.Reply", "package p; class Reply<T> {}", "p.ReplyHint", """
                package p; class ReplyHint implements dev.holdfast.annotations.RateLimitHint<Reply<String>> {
                    public int status(Reply<String> reply) { return 429; }
                    public String retryAfter(Reply<String> reply) { return null; }
                }
                """);
        assertThat(Compiling.messages(compilation))
                .singleElement()
                .asString()
                .contains(
                        "[holdfast:hint-unused] @RateLimited.hint is ReplyHint, a hint for Reply<String>, which Client.call()");
    }

    @Test
    void aLintOfALibraryIsSilencedWhereItIsShown() {
        Compilation library = Compiling.compileWith(List.of(), List.of(), Compiling.sources("lib.Base", """
                        package lib; public interface Base {
                            @dev.holdfast.annotations.Backoff(maxAttempts = 50, maxDelay = "1s") void call();
                        }
                        """));
        String client = "@dev.holdfast.annotations.CircuitBreaker interface Client extends lib.Base {}";
        Library.withClasses(library, jar -> {
            assertThat(Compiling.messages(Library.compile(jar, "p.Client", "package p; " + client)))
                    .singleElement()
                    .asString()
                    .contains("[holdfast:many-attempts]");
            assertThat(Compiling.messages(Library.compile(
                            jar, "p.Client", "package p; @SuppressWarnings(\"holdfast:many-attempts\") " + client)))
                    .isEmpty();
        });
    }

    @Test
    void tellsOnlyOfWaitsThatCanBe() {
        String text = Compiling.generated(Compiling.compile(
                        "p.Client",
                        "package p; @dev.holdfast.annotations.RateLimited("
                                + "respectRetryAfter = false, defaultDelay = \"10s\", maxDelay = \"5m\") interface Client {"
                                + " java.net.http.HttpResponse<String> call(); }"))
                .get("ResilientClient.java")
                .replaceAll("\\s+\\*?\\s*", " ");
        assertThat(text)
                .contains("on status 429 waits 10 s; holds back all calls meanwhile")
                .contains("A call waits at most 44 s between attempts if every answer is rate-limited.")
                .contains("up to 11 s while calls are held back.")
                .doesNotContain("Retry-After", "5 min");
    }

    @Test
    void callsAnOverloadTheSameWhateverItsAnnotations() {
        String text = Compiling.generated(Compiling.compile(
                        "p.Client", """
                        package p; import java.util.*; import org.jspecify.annotations.Nullable;
                        @dev.holdfast.annotations.Backoff interface Client { void call(int a);
                            void call(Map.@Nullable Entry<@Nullable String, ? extends Number> a);
                            void call(Outer.Inner<Long>[] a);
                        }
                        """, "p.Outer", "package p; interface Outer<T> { interface Inner<U> {} }"))
                .get("ResilientClient.java");
        assertThat(text)
                .contains("\"Client.call(int)\"")
                .contains("\"Client.call(Map.Entry<String, ? extends Number>)\"")
                .contains("\"Client.call(Outer.Inner<Long>[])\"");
    }
}
