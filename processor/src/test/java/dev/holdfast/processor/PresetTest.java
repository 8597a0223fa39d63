package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Annotations of the user's own that carry ours, in all places that they may come from. */
class PresetTest {

    private static final String HEAD = "package p; import dev.holdfast.annotations.*; ";

    private static Compilation library(String annotations) {
        Compilation library = Compiling.compile(
                "lib.PartnerApi",
                "package lib; import dev.holdfast.annotations.*; " + annotations + " public @interface PartnerApi {}");
        assertThat(library.status()).isEqualTo(Compilation.Status.SUCCESS);
        return library;
    }

    private static final String CLIENT = "package p;\n@lib.PartnerApi\npublic interface Client { void call(); }";

    @Test
    void aPresetOfALibraryIsSeenWhereItIsListed() {
        Library.withClasses(library("@Backoff(maxAttempts = 3)"), jar -> {
            Compilation compilation = Library.compile(
                    jar, List.of("-Aholdfast.presets=other.Unknown, lib.PartnerApi"), "p.Client", CLIENT);
            assertThat(Compiling.messages(compilation)).isEmpty();
            assertThat(Compiling.generated(compilation).get("ResilientClient.java"))
                    .contains(".maxAttempts(3)");
        });
    }

    @Test
    void orWhereTheInterfaceHasAnAnnotationOfOurs() {
        Library.withClasses(library("@Backoff(maxAttempts = 3)"), jar -> {
            Compilation marked = Library.compile(
                    jar, "p.Client", CLIENT.replace("public", "@dev.holdfast.annotations.Resilient public"));
            assertThat(Compiling.messages(marked)).isEmpty();
            assertThat(Compiling.generated(marked).get("ResilientClient.java")).contains(".maxAttempts(3)");
            Compilation mixed = Library.compile(
                    jar, "p.Client", CLIENT.replace("void", "@dev.holdfast.annotations.CircuitBreaker void"));
            assertThat(Compiling.generated(mixed).get("ResilientClient.java"))
                    .contains(".maxAttempts(3)", "BreakerSetup.create()");
        });
    }

    @Test
    void whatIsWrongInAPresetOfALibraryIsShownWhereItIsUsed() {
        Compilation library = Compiling.compileWith(List.of(), List.of(), Compiling.sources("lib.PartnerApi", """
                        package lib; @dev.holdfast.annotations.Backoff(maxAttempts = 0)
                        public @interface PartnerApi {}
                        """));
        Library.withClasses(
                library,
                jar -> assertThat(Compiling.messages(
                                Library.compile(jar, List.of("-Aholdfast.presets=lib.PartnerApi"), "p.Client", CLIENT)))
                        .singleElement()
                        .asString()
                        .startsWith("Client.java:2: error: [holdfast:out-of-range] @Backoff.maxAttempts is 0"));
    }

    @Test
    void whatIsWrongInAPresetIsReportedOnceAndUnused() {
        String preset = HEAD + "@Backoff(maxAttempts = 0) @interface Preset {}";
        assertThat(Compiling.messages(Compiling.compile("p.Preset", preset)))
                .singleElement()
                .asString()
                .startsWith("Preset.java:1: error: [holdfast:out-of-range]");
        String one = HEAD + "@Preset @Resilient public interface One { void call(); }";
        assertThat(Compiling.messages(
                        Compiling.compile("p.Preset", preset, "p.One", one, "p.Two", one.replace("One", "Two"))))
                .hasSize(1);
    }

    @Test
    void presetsOfSuperInterfacesHoldForTheirMethods() {
        Library.withClasses(Compiling.compile("lib.Base", """
                        package lib; import dev.holdfast.annotations.*; @Backoff(maxAttempts = 7)
                        @interface Hidden {} @Hidden @SuppressWarnings("holdfast:unlisted-preset")
                        public interface Base { void base(); }
                        """), jar -> {
            Compilation compilation = Library.compile(
                    jar, "p.Client", HEAD + "@Resilient public interface Client extends lib.Base { void own(); }");
            assertThat(Compiling.messages(compilation)).isEmpty();
            String text = Compiling.generated(compilation).get("ResilientClient.java");
            assertThat(text).contains(".maxAttempts(7)", "base.begin()").doesNotContain("own.begin()");
        });
    }

    @Test
    void presetsOfLaterRoundsAreSeen() {
        WritingProcessor other = new WritingProcessor(
                "p.Late",
                HEAD + "@Patient @SuppressWarnings(\"holdfast:unlisted-preset\") public interface Late { void go(); }");
        Compilation compilation = Compiling.compile(
                List.of(), Compiling.sources("p.Patient", HEAD + "@Backoff public @interface Patient {}"), other);
        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(Compiling.generated(compilation)).containsKey("ResilientLate.java");
    }

    @Test
    void aPresetOnAClassIsAMistake() {
        assertThat(Compiling.messages(Compiling.compile("p.Client", HEAD + """
                                @Backoff @interface Patient {}
                                @Patient @SuppressWarnings("holdfast:unlisted-preset")
                                class Client { @Patient String field; }
                                """)))
                .containsExactly(
                        "Client.java:2: error: [holdfast:not-an-interface] Client is a class, and only interfaces"
                                + " can be protected. Fix: extract an interface from it and annotate that.");
    }

    @Test
    void annotationsThatCarryEachOtherEnd() {
        Compilation compilation = Compiling.compile("p.Client", HEAD + """
                @B @interface A {} @A @Backoff @interface B {} @A @Resilient public interface Client {
                    void call();
                }
                """);
        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(Compiling.generated(compilation)).hasSize(1);
    }

    @Test
    void aPresetNeedsNotFitEveryInterface() {
        String preset = HEAD + """
        @CircuitBreaker @RateLimited @Backoff(retryOn = {java.io.IOException.class,
            java.sql.SQLException.class}) @interface Partner {
        }
        """;
        assertThat(Compiling.messages(Compiling.compile(
                        "p.Partner",
                        preset,
                        "p.A",
                        HEAD + "@Partner @Resilient interface A { @Backoff(maxAttempts = 2) void call(); }",
                        "p.B",
                        HEAD + "@Partner @Resilient interface B { String call(); }",
                        "p.C",
                        HEAD + "@Resilient interface C { @Partner String call() throws java.io.IOException; }")))
                .isEmpty();
    }

    @Test
    void whatIsWrongWithAMethodIsShownAndSilencedThere() {
        String preset = HEAD + "@Backoff @interface Partner {}";
        String client = HEAD + "@Resilient public interface Client {\n@Partner Client self(); }";
        assertThat(Compiling.messages(Compiling.compile("p.Partner", preset, "p.Client", client)))
                .singleElement()
                .asString()
                .startsWith("Client.java:2: warning: [holdfast:no-io]");
        String silenced = client.replace("@Partner", "@SuppressWarnings(\"holdfast:no-io\") @Partner");
        assertThat(Compiling.messages(Compiling.compile("p.Partner", preset, "p.Client", silenced)))
                .isEmpty();
    }

    @Test
    void theValuesOfAPresetOfALibraryAreTheLibrarysBusiness() {
        Library.withClasses(
                library("@SuppressWarnings(\"holdfast:many-attempts\") @Backoff(maxAttempts = 20)"),
                jar -> assertThat(Compiling.messages(
                                Library.compile(jar, List.of("-Aholdfast.presets=lib.PartnerApi"), "p.Client", CLIENT)))
                        .isEmpty());
    }
}
