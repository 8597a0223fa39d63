package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Overrides;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Clients that implement a library's interface under the policies of another one. */
class TargetBehaviourTest {

    private static final String HEAD =
            "package p; import dev.holdfast.annotations.*; import java.io.*; import java.util.*;"
                    + " import java.util.concurrent.*;";

    /** Its default methods are those of AWS: whoever runs one has not called the delegate. */
    private static final String VENDOR = HEAD + "public interface Vendor<K> extends AutoCloseable {"
            + " default String get(K key) { throw new UnsupportedOperationException(); }"
            + " default String get(K key, String version) { return get(key); }"
            + " default void put(K key) throws IOException { throw new UnsupportedOperationException(); }"
            + " default CompletableFuture<String> later() { throw new UnsupportedOperationException(); }"
            + " String name();"
            + " default Vendor<K> in(String region) { return this; }"
            + " void close(); }";

    private static final String ANNOTATIONS = "@CircuitBreaker(failureThreshold = 2)"
            + "@Backoff(maxAttempts = 3, baseDelay = \"200ms\", jitter = Jitter.NONE)"
            + "@SuppressWarnings(\"holdfast:no-jitter\") @Resilient(of = Vendor.class)";

    private static Harness client(String policy) {
        return client(null, policy);
    }

    private static Harness client(Overrides overrides, String policy) {
        return new Harness(overrides, "p.Vendor", VENDOR, "p.Policy", HEAD + policy);
    }

    private static Harness client() {
        return client(ANNOTATIONS + "public interface Policy { @Backoff(maxAttempts = 1) void put(Object key);"
                + " @Exempt String name(); }");
    }

    @Test
    void defaultMethodsGoToTheDelegateAndAreProtected() throws Throwable {
        Harness client = client();
        client.throwing(new IllegalStateException()).answering("data");
        assertThat(client.call("get", "a")).isEqualTo("data");
        assertThat(client.time.sleeps()).containsExactly(Duration.ofMillis(200));
        assertThat(client.calls()).isEqualTo(2);
        client.answering(CompletableFuture.completedFuture("later"));
        assertThat(((CompletableFuture<?>) client.call("later")).join()).isEqualTo("later");
    }

    @Test
    void aConvenienceOverloadIsOneCall() throws Throwable {
        Harness client = client();
        client.answering("data");
        Object vendor = client.client();
        assertThat(vendor.getClass()
                        .getMethod("get", Object.class, String.class)
                        .invoke(vendor, "a", "1"))
                .isEqualTo("data");
        assertThat(client.calls()).isEqualTo(1);
    }

    @Test
    void eventsNameOverloadsWithTheSamePoliciesAlike() throws Throwable {
        Harness client = client();
        client.throwing(new IllegalStateException()).answering("data");
        callBothOverloads(client);
        assertThat(client.retries).containsExactly("Policy.get", "Policy.get");
    }

    @Test
    void eventsNameParametersOfOverloadsWithOtherPolicies() throws Throwable {
        Harness client = client(ANNOTATIONS + "public interface Policy {"
                + " @Backoff(maxAttempts = 2, baseDelay = \"1s\") String get(Object key, String version); }");
        client.throwing(new IllegalStateException()).answering("data");
        callBothOverloads(client);
        assertThat(client.retries).containsExactly("Policy.get(K)", "Policy.get(K,String)");
    }

    private static void callBothOverloads(Harness client) throws ReflectiveOperationException {
        Object vendor = client.client();
        assertThat(vendor.getClass().getMethod("get", Object.class).invoke(vendor, "a"))
                .isEqualTo("data");
        client.throwing(new IllegalStateException()).answering("data");
        assertThat(vendor.getClass()
                        .getMethod("get", Object.class, String.class)
                        .invoke(vendor, "a", "1"))
                .isEqualTo("data");
    }

    @Test
    void methodsOfThePolicySetTheirOwn() {
        Harness client = client();
        client.throwing(new IOException());
        assertThatThrownBy(() -> client.call("put", "a")).isInstanceOf(IOException.class);
        assertThat(client.calls()).isEqualTo(1);
    }

    @Test
    void exemptMethodsAndCloseAreForwardedWhileTheBreakerIsOpen() throws Throwable {
        Harness client = client();
        client.throwing(new IllegalStateException(), new IllegalStateException());
        assertThatThrownBy(() -> client.call("get", "a")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> client.call("get", "a")).isInstanceOf(CircuitOpenException.class);
        assertThat(client.answering("vendor").call("name")).isEqualTo("vendor");
        client.answering((Object) null).call("close");
        assertThat(client.calls()).isEqualTo(4);
    }

    @Test
    void aDelegateThatReturnsItselfIsNotHandedOut() throws Throwable {
        Harness client = client();
        assertThat(client.answering(client.delegate()).call("in", "eu")).isSameAs(client.client());
    }

    @Test
    void overridesAndMessagesNameThePolicyInterface() {
        Properties properties = new Properties();
        properties.setProperty("p.Policy/get/Backoff/maxAttempts", "2");
        String annotations = ANNOTATIONS.replace("Vendor.class", "Vendor.class, keys = true");
        Harness client = client(Overrides.of(properties), annotations + "public interface Policy {}");
        client.throwing(new IllegalStateException("1"), new IllegalStateException("2"));
        assertThatThrownBy(() -> client.call("get", "a")).hasMessage("2");
        assertThatThrownBy(() -> client.call("get", "a")).hasMessageContaining("'Policy'");
        assertThat(client.key("GET")).isEqualTo("p.Policy/get/");
    }

    @Test
    void presetsAndPoliciesAboveHoldToo() throws Throwable {
        Harness client = new Harness(
                "p.Vendor",
                VENDOR,
                "p.Preset",
                HEAD + "@Backoff(maxAttempts = 2, baseDelay = \"0s\") public @interface Preset {}",
                "p.Above",
                HEAD + "@Preset public interface Above { @Exempt String get(Object key); }",
                "p.Policy",
                HEAD + "@Resilient(of = Vendor.class)" + " public interface Policy extends Above {}");
        client.throwing(new IOException()).answering((Object) null);
        client.call("put", "a");
        client.throwing(new IllegalStateException());
        assertThatThrownBy(() -> client.call("get", "a")).isInstanceOf(IllegalStateException.class);
        assertThat(client.calls()).isEqualTo(3);
    }

    @Test
    void aStaticMethodOfThePolicyOrASecondClientAnswers() throws Throwable {
        Harness client = client("@Resilient(of = Vendor.class) public interface Policy {"
                + " @Fallback(\"none\") String name(); @Fallback CompletableFuture<String> later();"
                + " static String none(Exception failure) { return failure.getMessage(); } }");
        client.throwing(new IllegalStateException("none"), new IllegalStateException());
        assertThat(client.call("name")).isEqualTo("none");
        CompletableFuture<String> other = CompletableFuture.completedFuture("other");
        client.fallback = () -> other;
        assertThat(((CompletableFuture<?>) client.call("later")).join()).isEqualTo("other");
    }

    @Test
    void aPolicyMayExtendTheLibrarysInterface() throws Throwable {
        Harness client = client("@Backoff(baseDelay = \"0s\") @Resilient(of = Vendor.class)"
                + "public interface Policy extends Vendor<String> { @Exempt String get(String key); }");
        client.throwing(new IOException()).answering((Object) null);
        client.call("put", "a");
        client.throwing(new IllegalStateException());
        assertThatThrownBy(() -> client.call("get", "a")).isInstanceOf(IllegalStateException.class);
    }

    /** As of a client with accessors that is no AutoCloseable. */
    private static final String ACCESSORS = HEAD + "public interface Vendor {"
            + " String load(); Options options(); Options.Builder toBuilder(); String serviceName(); Part part(); State state();"
            + " void close(); void shutdownNow(); void flush();"
            + " interface Options { interface Builder { Options with(int size); } }"
            + " interface Part { String load(String id); } interface State { int size(); } }";

    private static Harness accessors(String body, String options) {
        return new Harness(
                "p.Vendor",
                ACCESSORS,
                "p.Policy",
                HEAD + "@CircuitBreaker(failureThreshold = 2) @Resilient(of = Vendor.class" + options + ")"
                        + " @SuppressWarnings(\"holdfast:unprotected-methods\") public interface Policy {" + body
                        + "}");
    }

    @Test
    void whatSendsNothingTouchesNoBreaker() throws Throwable {
        Harness client = accessors("", "");
        for (String local : List.of("options", "toBuilder", "serviceName", "part", "close", "shutdownNow")) {
            client.throwing(new IllegalStateException(local));
            assertThatThrownBy(() -> client.call(local)).hasMessage(local);
        }
        client.throwing(new IllegalStateException());
        assertThatThrownBy(() -> client.call("load")).isInstanceOf(IllegalStateException.class);
        client.answering("name").call("serviceName");
        client.throwing(new IllegalStateException());
        assertThatThrownBy(() -> client.call("load")).isInstanceOf(IllegalStateException.class);
        for (String call : List.of("load", "state", "flush")) {
            assertThatThrownBy(() -> client.call(call)).isInstanceOf(CircuitOpenException.class);
        }
        client.answering((Object) null).call("close");
        assertThat(client.calls()).isEqualTo(10);
    }

    /** As Google's, Slack's, Micronaut's and Lettuce's clients have them. */
    private static final String PARTS = HEAD + "public interface Vendor {"
            + " String load(); boolean isRunning(); boolean isClosed(); boolean isHealthy(); boolean isOpen(String id);"
            + " java.net.URL signUrl(String name); String presigned(String name); String signIn(String name);"
            + " String buildRequest(String name); String buildImage(String name); JobBatch batch(); JobBatch jobs(String id);"
            + " ReadChannel reader(String name); PartHttpClient http(); String getBaseUrl(); void setBaseUrl(String url);"
            + " QueueResult exec(); QueueClient queue(); QueueParameters defaults();"
            + " class JobBatch {} class ReadChannel {} class PartHttpClient {}"
            + " interface QueueResult { String get(int index); } interface QueueClient { String get(int index); }"
            + " interface QueueParameters { String get(int index); } }";

    @Test
    void whatReturnsStateOrPartsOrIsComputedTouchesNoBreaker() throws Throwable {
        Harness client = new Harness(
                "p.Vendor",
                PARTS,
                "p.Policy",
                HEAD + "@CircuitBreaker(failureThreshold = 1) @Resilient(of = Vendor.class)"
                        + " @SuppressWarnings(\"holdfast:unprotected-methods\") public interface Policy {}");
        client.throwing(new IllegalStateException());
        assertThatThrownBy(() -> client.call("load")).isInstanceOf(IllegalStateException.class);
        List<String> protectedOnes = new ArrayList<>();
        for (String call : List.of(
                "isRunning",
                "isClosed",
                "isHealthy",
                "isOpen id",
                "signUrl name",
                "signIn name",
                "presigned name",
                "buildRequest name",
                "buildImage name",
                "batch",
                "jobs id",
                "reader name",
                "http",
                "getBaseUrl",
                "setBaseUrl url",
                "exec",
                "queue",
                "defaults")) {
            String[] words = call.split(" ");
            Object[] arguments = Arrays.copyOfRange(words, 1, words.length, Object[].class);
            client.throwing(new IllegalStateException());
            try {
                client.call(words[0], arguments);
            } catch (CircuitOpenException refused) {
                protectedOnes.add(call);
            } catch (IllegalStateException forwarded) {
                assertThat(forwarded).hasMessage(null);
            }
        }
        assertThat(protectedOnes)
                .containsExactly("isHealthy", "isOpen id", "signIn name", "buildImage name", "jobs id", "exec");
    }

    @Test
    void anAnnotationOfTheMethodOverrulesTheRulesAndThePatterns() throws Throwable {
        Harness client =
                accessors("@Backoff(maxAttempts = 2, baseDelay = \"0s\") Vendor.Part part();", ", exempt = \"*\"");
        client.throwing(new IllegalStateException(), new IllegalStateException());
        assertThatThrownBy(() -> client.call("part")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> client.call("part")).isInstanceOf(CircuitOpenException.class);
        assertThat(client.answering("data").call("load")).isEqualTo("data");
    }

    @Test
    void patternsChooseWhatIsProtected() throws Throwable {
        Harness client = accessors("", ", include = \"lo*|state|options\", exempt = \"st*\"");
        client.throwing(new IllegalStateException(), new IllegalStateException());
        assertThatThrownBy(() -> client.call("load")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> client.call("load")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> client.call("load")).isInstanceOf(CircuitOpenException.class);
        for (String forwarded : List.of("state", "flush", "options")) {
            client.answering((Object) null).call(forwarded);
        }
        assertThat(client.calls()).isEqualTo(5);
    }

    private static final String RESULTS = HEAD + "public interface Vendor {"
            + " String load(); java.util.List<String> list(String text); CompletionStage<Integer> later(); void put();"
            + " int size(String text); boolean has(String text); }";

    private static Harness results(String options) {
        return new Harness(
                "p.Vendor",
                RESULTS,
                "p.Policy",
                HEAD + "@CircuitBreaker(failureThreshold = 1) @Resilient(of = Vendor.class, " + options
                        + ") public interface Policy {}");
    }

    private static void assertProtected(Harness client, String... calls) {
        for (String each : List.of("load", "list", "put", "size", "has")) {
            Object[] arguments = List.of("load", "put").contains(each) ? new Object[0] : new Object[] {"text"};
            if (List.of(calls).contains(each)) {
                assertThatThrownBy(() -> client.call(each, arguments))
                        .as(each)
                        .isInstanceOf(CircuitOpenException.class);
            } else {
                client.throwing(new IllegalStateException(each));
                assertThatThrownBy(() -> client.call(each, arguments)).hasMessage(each);
            }
        }
    }

    @Test
    void methodsAreIncludedByWhatTheyReturn() {
        Harness client = results("includeReturning = {Iterable.class, void.class}, include = \"load\"");
        client.throwing(new IllegalStateException());
        assertThatThrownBy(() -> client.call("load")).isInstanceOf(IllegalStateException.class);
        assertProtected(client, "load", "list", "put");
    }

    @Test
    void methodsAreExemptByWhatTheyReturnWhateverElseNamesThem() {
        Harness client =
                results("exemptReturning = {CharSequence.class, int.class}, exempt = \"put\", include = \"*\"");
        client.throwing(new IllegalStateException());
        assertThatThrownBy(() -> client.call("list", "text")).isInstanceOf(IllegalStateException.class);
        assertProtected(client, "list", "has");
    }

    /** Of a stage both the stage and its answer count. */
    @Test
    void theAnswerOfAStageIsWhatAMethodReturns() throws Throwable {
        for (String type : List.of("Integer", "java.util.concurrent.CompletionStage")) {
            Harness client = results("includeReturning = " + type + ".class");
            client.throwing(new IllegalStateException());
            assertThatThrownBy(() -> client.call("load")).isInstanceOf(IllegalStateException.class);
            client.answering("data");
            assertThat(client.call("load")).isEqualTo("data");
            client.throwing(new IllegalStateException());
            CompletionStage<?> failed = (CompletionStage<?>) client.call("later");
            assertThat(failed.toCompletableFuture()).isCompletedExceptionally();
            CompletionStage<?> refused = (CompletionStage<?>) client.call("later");
            assertThat(refused.toCompletableFuture())
                    .failsWithin(Duration.ZERO)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(CircuitOpenException.class);
        }
    }

    @Test
    void resultsChooseOnOwnInterfacesToo() throws Throwable {
        Harness client = new Harness(
                "p.Client",
                HEAD + "@CircuitBreaker(failureThreshold = 1) @Resilient(exemptReturning = boolean.class)"
                        + " public interface Client { String load(); boolean known(); }");
        client.throwing(new IllegalStateException());
        assertThatThrownBy(() -> client.call("load")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> client.call("load")).isInstanceOf(CircuitOpenException.class);
        assertThat(client.answering(true).call("known")).isEqualTo(true);
    }

    @Test
    void patternsChooseOnOwnInterfacesToo() throws Throwable {
        Harness client = new Harness(
                "p.Client",
                HEAD + "@CircuitBreaker(failureThreshold = 1) @Resilient(exempt = \"name|size\")"
                        + " public interface Client { String load(); String name(); int size(); }");
        client.throwing(new IllegalStateException());
        assertThatThrownBy(() -> client.call("load")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> client.call("load")).isInstanceOf(CircuitOpenException.class);
        assertThat(client.answering("x").call("name")).isEqualTo("x");
    }

    @Test
    void aLibraryOfClassFilesIsImplementedInThePolicysPackage() {
        String vendor = "package com.acme; public interface Vendor { String load(String arg0, int arg1);"
                + " @Deprecated default java.util.List old(Object permit) { return null; }"
                + " default <T extends Exception> void check(Class<T> type) throws T {} class Part {} }";
        Library.withClasses(Compiling.compile("com.acme.Vendor", vendor), folder -> {
            var compilation = Library.compile(
                    folder,
                    List.of("-Xlint:all,-processing", "-Werror", "-parameters"),
                    "p.Policy",
                    "package p; import dev.holdfast.annotations.*; /** Policies. */ @Backoff"
                            + " @Resilient(of = com.acme.Vendor.class) public interface Policy {}");
            assertThat(Compiling.messages(compilation)).isEmpty();
            assertThat(Compiling.generated(compilation).get("ResilientVendor.java"))
                    .startsWith("package p;")
                    .contains("String load(String arg0, int arg1)", "implements Vendor");
        });
    }

    @Test
    void whatThePolicysPackageCannotNameIsReportedAtThePolicy() {
        String vendor = "package com.acme; public interface Vendor { String load(Hidden hidden); }";
        String hidden = "package com.acme; class Hidden {}";
        Library.withClasses(Compiling.compile("com.acme.Vendor", vendor, "com.acme.Hidden", hidden), folder -> {
            var compilation = Library.compile(
                    folder,
                    "p.Policy",
                    "package p;\n import dev.holdfast.annotations.*;\n @Backoff\n"
                            + "@Resilient(of = com.acme.Vendor.class)\n interface Policy {}",
                    "p.User",
                    "package p; class User { Object client = new ResilientVendor(null); }");
            assertThat(Compiling.messages(compilation))
                    .containsExactly(
                            "Policy.java:5: error: [holdfast:inaccessible-type] Vendor.load(Hidden) names Hidden,"
                                    + " which generated code in package p cannot see."
                                    + " Fix: make it public, or package-private in that package.");
        });
    }
}
