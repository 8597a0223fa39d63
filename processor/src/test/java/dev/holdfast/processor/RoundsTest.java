package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.holdfast.processor.write.DecoratorWriter;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was looked at in one round is looked at anew in the next, where types have supertypes that were missing. */
class RoundsTest {

    @Test
    void supertypesThatComeLaterCount() {
        Compilation compilation = Compiling.compile(
                List.of(),
                Compiling.sources(
                        "p.Body",
                        "package p; abstract class Body extends Late {}",
                        "p.First",
                        "package p; @dev.holdfast.annotations.Backoff interface First { void call(Body body); }",
                        "p.Second",
                        "package p; @dev.holdfast.annotations.Backoff interface Second { Late call(Body body); }"),
                new WritingProcessor("p.Late", "package p; public abstract class Late extends java.io.InputStream {}"));
        assertThat(Compiling.messages(compilation))
                .anyMatch(line -> line.contains("Second.java") && line.contains("[holdfast:one-shot-argument]"));
    }

    @Test
    void statusesThatComeLaterAreRead() {
        Compilation compilation = Compiling.compile(
                List.of(),
                Compiling.sources(
                        "p.Failure",
                        "package p; class Failure extends Late {}",
                        "p.First",
                        "package p; @dev.holdfast.annotations.Backoff interface First { void call() throws Failure; }",
                        "p.Second",
                        """
                        package p; @dev.holdfast.annotations.Backoff interface Second {
                            java.util.List<Late> call() throws Failure;
                        }
                        """),
                new WritingProcessor(
                        "p.Late",
                        "package p; public class Late extends Exception { public int statusCode() { return 503; } }"));
        assertThat(Compiling.messages(compilation)).noneMatch(line -> line.contains("error:"));
        assertThat(Compiling.generated(compilation).get("ResilientFirst.java")).contains(".failure(Failure.class, ");
        assertThat(Compiling.generated(compilation).get("ResilientSecond.java")).contains(".failure(Failure.class, ");
    }

    @Test
    void aLibrarysInterfaceMayComeLater() {
        Compilation compilation = Compiling.compile(
                List.of(),
                Compiling.sources(
                        "p.Policy",
                        "package p; import dev.holdfast.annotations.*;"
                                + " @Backoff @Resilient(of = q.Late.class) interface Policy { @Exempt String name(); }"),
                new WritingProcessor("q.Late", "package q; public interface Late { String call(); String name(); }"));
        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(Compiling.generated(compilation).get("ResilientLate.java")).contains("implements Late");
    }

    @Test
    void anAnswerWithoutItsSupertypeIsOneErrorOfTheCompilers() {
        Compilation compilation = Compiling.compile(
                "p.Failure",
                "package p; class Failure extends Missing {}",
                "p.C",
                "package p; @dev.holdfast.annotations.Backoff interface C { void call() throws Failure; }");
        assertThat(Compiling.messages(compilation))
                .filteredOn(line -> line.contains("error:"))
                .singleElement()
                .asString()
                .startsWith("Failure.java:1: error: cannot find symbol");
    }

    /** Lombok's own annotation, by its name: nobody writes the accessors here. */
    private static final String GETTER = "package lombok; public @interface Getter {}";

    private static Compilation besideLombok(String failure, Processor... others) {
        List<Processor> processors = new ArrayList<>(List.of(others));
        processors.add(0, new ResilienceProcessor(DecoratorWriter::write, () -> true));
        return Compiling.compileWith(
                processors,
                List.of(),
                Compiling.sources(
                        "lombok.Getter",
                        GETTER,
                        "p.Failure",
                        failure,
                        "p.C",
                        "package p; @dev.holdfast.annotations.Backoff interface C { void call() throws Failure; }"));
    }

    @Test
    void whatLombokWillWriteIsWaitedForOnce() {
        Compilation compilation = besideLombok(
                "package p; @lombok.Getter class Failure extends Exception { int statusCode; }",
                new WritingProcessor("p.Other", "package p; class Other {}"));

        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(Compiling.generated(compilation)).containsKey("ResilientC.java");
    }

    @Test
    void whereNoRoundComesTheClassIsWrittenAllTheSame() {
        Compilation compilation =
                besideLombok("package p; class Failure extends Exception { @lombok.Getter int statusCode; }");

        assertThat(Compiling.messages(compilation))
                .singleElement()
                .asString()
                .contains("warning:")
                .contains("created in the last round");
        assertThat(Compiling.generated(compilation)).containsKey("ResilientC.java");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@lombok.Getter class Failure extends Exception { String name; static int status; String code; }",
                "@lombok.Getter class Failure extends Exception { int mStatusCode; int getStatusCode() { return 1; } }",
                "class Failure extends Exception { int statusCode; }"
            })
    void whatLacksNothingIsReadAtOnce(String failure) {
        Compilation compilation = besideLombok("package p; " + failure);

        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(Compiling.generated(compilation)).containsKey("ResilientC.java");
    }
}
