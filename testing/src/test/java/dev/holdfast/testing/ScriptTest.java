package dev.holdfast.testing;

import static dev.holdfast.testing.Step.always;
import static dev.holdfast.testing.Step.answer;
import static dev.holdfast.testing.Step.delay;
import static dev.holdfast.testing.Step.fail;
import static dev.holdfast.testing.Step.hang;
import static dev.holdfast.testing.Step.hint;
import static dev.holdfast.testing.Step.ok;
import static dev.holdfast.testing.Step.status;
import static dev.holdfast.testing.Step.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client that does what it is told. */
class ScriptTest {

    private final VirtualTime time = new VirtualTime();

    @AfterEach
    void leaveNoInterruptBehind() {
        Thread.interrupted();
    }

    /** A client with methods of many kinds. */
    interface Shop extends AutoCloseable {

        String find(String name) throws IOException;

        String find(String name, int limit) throws IOException;

        int stock(String name);

        void order(String name) throws InterruptedException;

        HttpResponse<String> page(String path) throws IOException;

        CompletionStage<String> later(String name);

        CompletableFuture<HttpResponse<String>> pageLater(String path);

        Future<String> future(String name);

        Answer<String> lazily(String name);

        default String findTwice(String name) throws IOException {
            return find(name) + find(name);
        }

        @Override
        void close();
    }

    /** A type of a library that brings an answer when it is asked for it. */
    record Answer<A>(Supplier<? extends CompletableFuture<? extends A>> source) {}

    /** What carries a status. */
    static final class ShopException extends IOException {

        private static final long serialVersionUID = 1L;

        private final int status;
        private final transient Map<String, String> headers;

        ShopException(int status, Map<String, String> headers) {
            super("status " + status);
            this.status = status;
            this.headers = headers;
        }
    }

    @Test
    void playsItsStepsInOrderAndRecordsTheCalls() throws IOException {
        IOException reset = new IOException("reset");
        Script<Shop> script = Script.of(Shop.class, fail(reset), ok("rope"), ok(7));
        Shop shop = script.client();

        assertThatThrownBy(() -> shop.find("rope")).isSameAs(reset);
        assertThat(script.stepsLeft()).isEqualTo(2);
        assertThat(shop.find("rope", 5)).isEqualTo("rope");
        assertThat(shop.stock("rope")).isEqualTo(7);

        assertThat(script.stepsLeft()).isZero();
        assertThat(script.calls()).hasToString("[find(rope), find(rope, 5), stock(rope)]");
        assertThat(script.calls("find")).hasSize(2);
        assertThat(script.calls("find").get(1).arguments()).containsExactly("rope", 5);
        assertThat(script.calls("find").get(1).method()).isEqualTo("find");
    }

    @Test
    void methodsMayHaveStepsOfTheirOwn() throws Exception {
        Script<Shop> script = Script.of(Shop.class, ok("any"))
                .on("find", ok("rope"), ok("ladder"))
                .on("order", ok());

        script.client().order("rope");
        assertThat(script.client().find("x")).isEqualTo("rope");
        assertThat(script.client().page("/").body()).isEqualTo("any");
        assertThat(script.client().find("x")).isEqualTo("ladder");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> script.on("fnid", ok()))
                .withMessageStartingWith("Shop has no method fnid, only close, find, findTwice,");
    }

    @Test
    void anAttemptWithoutAStepIsAnError() throws IOException {
        Script<Shop> script = Script.of(Shop.class, ok("rope"));
        script.client().find("a");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> script.client().find("b"))
                .withMessage(
                        "The script has no step left for Shop.find. It was called so: [find(a), find(b)]. Add a step,"
                                + " or end with always(...).");
        script.then(ok("ladder"));
        assertThat(script.client().find("c")).isEqualTo("ladder");
    }

    @Test
    void stepsMayBeRepeated() throws IOException {
        Script<Shop> script = Script.of(Shop.class, times(2, ok("rope")), always(ok("ladder")));

        assertThat(script.stepsLeft()).isEqualTo(2);
        assertThat(List.of(find(script), find(script), find(script), find(script)))
                .containsExactly("rope", "rope", "ladder", "ladder");
        assertThat(script.stepsLeft()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> script.then(ok("x")))
                .withMessage("nothing can follow always(ok(ladder))");
        assertThatIllegalArgumentException().isThrownBy(() -> times(0, ok()));
    }

    private static String find(Script<Shop> script) throws IOException {
        return script.client().find("x");
    }

    @Test
    void aStepMayBeComputed() throws IOException {
        Shop shop = Script.of(Shop.class, always(answer(arguments -> arguments.get(0) + "!")))
                .client();

        assertThat(shop.find("rope")).isEqualTo("rope!");
    }

    @Test
    void responsesOfTheJdkNeedNothingElse() throws IOException {
        Shop shop = Script.of(
                        Shop.class,
                        fail(503).header("Retry-After", "7"),
                        hint("2s"),
                        status(200).body("page"),
                        ok("page"),
                        ok(TestResponse.of(204)))
                .client();

        HttpResponse<String> busy = shop.page("/");
        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(busy.headers().firstValue("retry-after")).contains("7");
        HttpResponse<String> limited = shop.page("/");
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("retry-after")).contains("2");
        assertThat(shop.pageLater("/").join().body()).isEqualTo("page");
        assertThat(shop.page("/").body()).isEqualTo("page");
        assertThat(shop.page("/").statusCode()).isEqualTo(204);
    }

    @Test
    void aFactorySaysWhatElseCarriesAStatus() {
        Script<Shop> script = Script.of(Shop.class, hint("1.5s"), fail(503)).answers(ShopException::new);

        assertThatExceptionOfType(ShopException.class)
                .isThrownBy(() -> script.client().find("x"))
                .satisfies(failure -> {
                    assertThat(failure.status).isEqualTo(429);
                    assertThat(failure.headers).isEqualTo(Map.of("Retry-After", "1.5"));
                });
        assertThat(script.client().later("x"))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withRootCauseInstanceOf(ShopException.class);
    }

    @Test
    void withoutAFactoryAStatusIsAnError() {
        Shop shop = Script.of(Shop.class, fail(503)).client();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> shop.find("x"))
                .withMessage("The script does not know what carries the status 503 in Shop.find. Tell it with"
                        + " .answers((status, headers) -> ...).");
        assertThatIllegalArgumentException().isThrownBy(() -> fail(200));
        assertThatIllegalArgumentException().isThrownBy(() -> status(99));
    }

    @Test
    void stagesAreCompleted() {
        IOException reset = new IOException("reset");
        Shop shop = Script.of(
                        Shop.class,
                        ok("rope"),
                        ok("rope"),
                        ok(CompletableFuture.completedFuture("own")),
                        ok(CompletableFuture.failedFuture(reset)),
                        fail(reset))
                .client();

        assertThat(shop.later("x")).isCompletedWithValue("rope");
        assertThat(shop.future("x")).isDone();
        assertThat(shop.later("x")).isCompletedWithValue("own");
        assertThat(shop.later("x")).isCompletedExceptionally();
        assertThat(shop.later("x"))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCause(reset);
    }

    @Test
    void typesOfLibrariesAreAdaptedAndPlayedWhenTheyAreAskedFor() {
        Script<Shop> script = Script.of(Shop.class, ok("a"), ok("b")).adapt(Answer.class, Answer::new);

        Answer<String> answer = script.client().lazily("x");

        assertThat(script.stepsLeft()).isEqualTo(2);
        assertThat(answer.source().get().join()).isEqualTo("a");
        assertThat(answer.source().get().join()).isEqualTo("b");
    }

    @Test
    void anAttemptMayTakeVirtualTime() throws IOException {
        Script<Shop> script = Script.of(
                        Shop.class, delay("2s", ok("rope")), delay("3s", fail(new IOException("reset"))))
                .in(time);
        long start = time.nanoTime();

        assertThat(script.client().find("x")).isEqualTo("rope");
        assertThat(time.nanoTime() - start).isEqualTo(2_000_000_000L);
        CompletionStage<String> later = script.client().later("x");
        time.advance(Duration.ofMillis(2_999));
        assertThat(later).isNotDone();
        time.advance(Duration.ofMillis(1));
        assertThat(later).isCompletedExceptionally();
        assertThat(time.sleeps()).as("it is the delegate that took the time").isEmpty();
    }

    @Test
    void anAttemptThatHangsIsInterruptedAsIOIs() {
        Script<Shop> script = Script.of(Shop.class, always(hang())).in(time);
        Thread self = Thread.currentThread();

        time.scheduleTimeout(self::interrupt, 5_000);
        assertThatThrownBy(() -> script.client().find("x")).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
        time.scheduleTimeout(self::interrupt, 5_000);
        assertThatThrownBy(() -> script.client().order("x")).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        time.scheduleTimeout(self::interrupt, 5_000);
        assertThatThrownBy(() -> script.client().stock("x"))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> script.client().find("x"))
                .withMessage("Shop.find hangs, and nothing is due that would end it: no @Timeout, no deadline");
    }

    @Test
    void aStageThatHangsKnowsThatItIsCancelled() {
        Script<Shop> script = Script.of(Shop.class, hang());

        CompletableFuture<String> later = script.client().later("x").toCompletableFuture();

        assertThat(later).isNotDone();
        assertThat(script.calls().get(0).isCancelled()).isFalse();
        later.cancel(false);
        assertThat(script.calls().get(0).isCancelled()).isTrue();
    }

    @Test
    void timeIsOnlyTakenInAKnownTime() {
        Shop shop = Script.of(Shop.class, hang(), delay("1s", ok("x"))).client();

        for (int call = 0; call < 2; call++) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> shop.find("x"))
                    .withMessage(
                            "Shop.find has a step that takes time. Tell the script in which time: .in(virtualTime)");
        }
    }

    @Test
    void defaultMethodsRunAndCloseDoesNothing() throws IOException {
        Script<Shop> script = Script.of(Shop.class, ok("a"), ok("b"));

        assertThat(script.client().findTwice("x")).isEqualTo("ab");
        script.client().close();

        assertThat(script.calls()).hasToString("[find(x), find(x)]");
        script.on("findTwice", ok("own")).on("close", fail(new IllegalStateException("closed")));
        assertThat(script.client().findTwice("x")).isEqualTo("own");
        assertThatThrownBy(() -> script.client().close()).hasMessage("closed");
    }

    @Test
    void aWrongStepIsAnError() {
        Shop shop = Script.of(Shop.class, ok(7), ok(), ok("x"), fail(new IOException("reset")))
                .client();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> shop.find("x"))
                .withMessage(
                        "The script answers Shop.find with 7, a java.lang.Integer, which is no java.lang.String. Correct"
                                + " the step, or adapt(...) the type.");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> shop.stock("x"))
                .withMessageStartingWith("The script answers Shop.stock with null, which is no int.");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> shop.lazily("x"))
                .withMessageContaining("which is no dev.holdfast.testing.ScriptTest$Answer");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> shop.stock("x"))
                .withMessageStartingWith(
                        "The script answers Shop.stock with a java.io.IOException, which the method does not declare.");
        assertThatIllegalArgumentException().isThrownBy(() -> Script.of(String.class));
    }

    @Test
    @SuppressWarnings("EqualsWithItself")
    void theClientIsAnObject() {
        Script<Shop> script = Script.of(Shop.class);

        assertThat(script.client()).hasToString("script of Shop").isEqualTo(script.client());
        assertThat(script.client()).isNotEqualTo(Script.of(Shop.class).client());
        assertThat(script.client().hashCode()).isEqualTo(script.client().hashCode());
    }
}
