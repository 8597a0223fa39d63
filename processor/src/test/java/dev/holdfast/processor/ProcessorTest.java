package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.holdfast.processor.javac.UnresolvedTypeException;
import dev.holdfast.processor.policy.Policies;
import dev.holdfast.processor.write.DecoratorWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.lang.model.SourceVersion;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the processor behaves in a compilation, beside what it writes. */
class ProcessorTest {

    private static final String CLIENT =
            "package p; @dev.holdfast.annotations.Backoff interface Client { void call(); }";

    @Test
    void waitsForTypesOfOtherProcessors() {
        WritingProcessor other = new WritingProcessor(
                "p.Late", "package p; public interface Late extends Even<String> { } interface Even<T> { T more(); }");
        Compilation compilation = Compiling.compile(
                List.of(),
                Compiling.sources(
                        "p.Client",
                        """
                        package p; @dev.holdfast.annotations.Backoff(retryOn = LateException.class) interface Client
                        extends Late { java.util.List<Late> call(); }
                        """,
                        "p.LateException",
                        "package p; class LateException extends RuntimeException {}"),
                other);
        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(Compiling.generated(compilation).get("ResilientClient.java"))
                .contains("public List<Late> call()", "public String more()");
        assertThat(other.seen()).contains("Backoff");
    }

    @Test
    void waitsForClassesInAnnotations() {
        WritingProcessor other =
                new WritingProcessor("p.Late", "package p; public class Late extends RuntimeException {}");
        Compilation compilation = Compiling.compile(
                List.of(),
                Compiling.sources(
                        "p.Client",
                        "package p; interface Client { @dev.holdfast.annotations.Backoff(retryOn = Late.class) void call(); }"),
                other);
        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(Compiling.generated(compilation).get("ResilientClient.java")).contains(".retryOn(Late.class)");
    }

    @Test
    void saysNothingOfMissingTypesAfterOtherErrors() {
        Compilation compilation = Compiling.compile(
                "p.Client", "package p; @dev.holdfast.annotations.Backoff interface Client { Missing call(); }",
                "p.Wrong",
                        "package p; @dev.holdfast.annotations.Backoff(maxAttempts = 0) interface Wrong { void call(); }");
        assertThat(Compiling.messages(compilation))
                .anyMatch(line -> line.contains("cannot find symbol"))
                .anyMatch(line -> line.contains("[holdfast:out-of-range]"))
                .noneMatch(line -> line.contains("[holdfast:unresolved-type]"));
    }

    @Test
    void aFailureIsOneMessage() {
        ResilienceProcessor failing = new ResilienceProcessor(model -> {
            if (model.name().simpleName().equals("ResilientClient")) {
                throw new IllegalStateException("boom");
            }
            return DecoratorWriter.write(model);
        });
        Compilation compilation = Compiling.compileWith(
                List.of(failing),
                List.of(),
                Compiling.sources("p.Client", CLIENT, "p.Zoo", CLIENT.replace("Client", "Zoo")));
        assertThat(Compiling.messages(compilation))
                .singleElement()
                .asString()
                .contains("Client.java:1: error: [holdfast:internal-error] the processor failed on Client:"
                        + " java.lang.IllegalStateException: boom at dev.holdfast.processor.");
    }

    @Test
    void oneMistakeIsOneError() {
        Compilation compilation = Compiling.compile(
                List.of("--should-stop=ifError=FLOW"), Compiling.sources("p.Client", """
                        package p; @dev.holdfast.annotations.CircuitBreaker public interface Client<T extends Number> {
                            T call(T a) throws Exception; <X> X more(X... x);
                            @dev.holdfast.annotations.Backoff(maxAttempts = 0) int other();
                        }
                        """, "p.User", """
                        package p; import static p.ResilientClient.builder; class User extends Thread {
                            ResilientClient.Builder<Long> builder; ResilientClient<Long> client;
                            User(Client<Long> client, dev.holdfast.runtime.Holdfast h) {
                                this.client = new ResilientClient<>(client, h);
                                builder = builder(client).holdfast(h).circuitBreaker(null).otherBackoff(null);
                                this.client = builder.build(); this.client.other();
                            }
                        }
                        """));
        assertThat(Compiling.messages(compilation)).singleElement().asString().contains("[holdfast:out-of-range]");
    }

    @Test
    void problemsOfLibrariesAreShownOnTheInterface() {
        Compilation library = Compiling.compileWith(List.of(), List.of(), Compiling.sources("lib.Base", """
                        package lib; public interface Base {
                            @dev.holdfast.annotations.Backoff(maxAttempts = 0) void call();
                        }
                        """));
        assertThat(library.status()).isEqualTo(Compilation.Status.SUCCESS);
        Library.withClasses(library, jar -> {
            Compilation compilation = Library.compile(
                    jar,
                    "p.Client",
                    "package p;\n@dev.holdfast.annotations.CircuitBreaker\ninterface Client extends lib.Base {}");
            assertThat(Compiling.messages(compilation))
                    .singleElement()
                    .asString()
                    .startsWith("Client.java:3: error: [holdfast:out-of-range] @Backoff.maxAttempts is 0");
        });
    }

    @Test
    void lintsCanBeSilencedOrRaised() {
        String text =
                "package p; @dev.holdfast.annotations.Backoff(maxAttempts = 20) interface Client { void call(); }";
        assertThat(lint("warn", text)).singleElement().asString().contains("warning: [holdfast:many-attempts]");
        assertThat(lint("error", text)).singleElement().asString().contains("error: [holdfast:many-attempts]");
        assertThat(lint("off", text)).isEmpty();
        String outer =
                text.replace("@dev.", "@SuppressWarnings(\"holdfast:many-attempts\") class Outer { @dev.") + " }";
        assertThat(lint("warn", outer.replace("Client", "Outer2"))).isEmpty();
        assertThat(lint("error", outer)).isEmpty();
    }

    private static List<String> lint(String level, String text) {
        String name = text.contains("class Outer") ? "p.Outer" : "p.Client";
        return Compiling.messages(
                Compiling.compile(List.of("-Aholdfast.lint=" + level), Compiling.sources(name, text)));
    }

    @Test
    void sameInputGivesSameBytes() {
        String first =
                Compiling.generated(Compiling.compile("p.Client", CLIENT)).toString();
        assertThat(Compiling.generated(Compiling.compile("p.Client", CLIENT)).toString())
                .isEqualTo(first);
    }

    @Test
    void onlyExemptWritesNothing() {
        Compilation compilation = Compiling.compile(
                "p.Client", "package p; interface Client { @dev.holdfast.annotations.Exempt void call(); }");
        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(Compiling.generated(compilation)).isEmpty();
    }

    @Test
    void worksInTheUnnamedPackage() {
        Compilation compilation = Compiling.compile("Client", CLIENT.replace("package p;", ""));
        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(Compiling.generated(compilation)).containsOnlyKeys("ResilientClient.java");
    }

    @Test
    void leavesAValueThatIsMissingToTheCompiler() {
        Compilation compilation = Compiling.compile(
                "p.C", "package p; @dev.holdfast.annotations.Timeout public interface C { void go(); }");
        assertThat(Compiling.messages(compilation))
                .singleElement()
                .asString()
                .contains("missing")
                .contains("value");
    }

    @Test
    void tellsGradleThatItIsIsolating() throws IOException {
        String file = "/META-INF/gradle/incremental.annotation.processors";
        try (InputStream in = ResilienceProcessor.class.getResourceAsStream(file)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo(ResilienceProcessor.class.getName() + ",isolating");
        }
    }

    @Test
    void asksOnlyForItsOwnAnnotations() {
        ResilienceProcessor processor = new ResilienceProcessor();
        assertThat(processor.getSupportedAnnotationTypes())
                .hasSize(Policies.ALL.size() + 2)
                .allMatch(name -> name.startsWith("dev.holdfast.annotations."));
        assertThat(processor.getSupportedOptions())
                .containsExactlyInAnyOrder("holdfast.inject", "holdfast.lint", "holdfast.presets");
        assertThat(processor.getSupportedSourceVersion()).isEqualTo(SourceVersion.latestSupported());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"@Resilient", "@Backoff @Resilient(className = \"\")", "@Backoff @Resilient(className = \"1*\")"
            })
    void givesUsersOfTheClassNoErrorBesideOurs(String annotations) {
        List<JavaFileObject> sources = Compiling.sources(
                "p.C",
                "package p; import dev.holdfast.annotations.*; " + annotations + " public interface C { void go(); }",
                "p.User",
                "package p; class User { ResilientC c = new ResilientC(null); }");

        for (List<String> options : List.of(List.<String>of(), List.of("--should-stop=ifError=FLOW"))) {
            assertThat(Compiling.messages(Compiling.compile(options, sources)))
                    .singleElement()
                    .asString()
                    .contains("[holdfast:");
        }
    }

    @Test
    void anOptionWithoutAValueIsNoCrash() {
        List<JavaFileObject> sources = Compiling.sources("p.Client", CLIENT);
        assertThat(Compiling.messages(Compiling.compile(List.of("-Aholdfast.presets"), sources)))
                .isEmpty();
        for (String option : List.of("-Aholdfast.lint", "-Aholdfast.lint=")) {
            assertThat(Compiling.messages(Compiling.compile(List.of(option), sources)))
                    .singleElement()
                    .asString()
                    .contains("[holdfast:bad-option] the option -Aholdfast.lint is \"\"");
        }
    }

    @Test
    void aFailureBesideAllInterfacesIsOneMessage() {
        ResilienceProcessor failing = new ResilienceProcessor(model -> {
            throw new UnresolvedTypeException(null, "nowhere");
        });
        assertThat(Compiling.messages(
                        Compiling.compileWith(List.of(failing), List.of(), Compiling.sources("p.Client", CLIENT))))
                .singleElement()
                .asString()
                .contains("error: [holdfast:internal-error] the processor failed on this compilation:");
    }

    @Test
    void waitsForConstantsThatSilence() {
        WritingProcessor other = new WritingProcessor(
                "p.Keys", "package p; class Keys { static final String MANY = \"holdfast:many-attempts\"; }");
        Compilation compilation = Compiling.compile(List.of(), Compiling.sources("p.Client", """
                        package p; @dev.holdfast.annotations.Backoff(maxAttempts = 20) @SuppressWarnings(Keys.MANY)
                        interface Client { void call(); }
                        """), other);
        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(Compiling.generated(compilation)).containsKey("ResilientClient.java");
    }

    @Test
    void equalInterfacesInTwoPackagesAreBothReported() {
        String files =
                "@dev.holdfast.annotations.Backoff interface Files { void upload(java.io.InputStream content); }";
        assertThat(Compiling.messages(
                        Compiling.compile("p.Files", "package p; " + files, "q.Files", "package q; " + files)))
                .hasSize(2);
    }
}
