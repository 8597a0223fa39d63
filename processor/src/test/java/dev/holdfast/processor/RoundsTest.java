package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import org.junit.jupiter.api.Test;

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
                        "package p; @dev.holdfast.annotations.Backoff interface Second {"
                                + " java.util.List<Late> call() throws Failure; }"),
                new WritingProcessor(
                        "p.Late",
                        "package p; public class Late extends Exception { public int statusCode() { return 503; } }"));
        assertThat(Compiling.messages(compilation)).noneMatch(line -> line.contains("error:"));
        assertThat(Compiling.generated(compilation).get("ResilientSecond.java")).contains("catch (Failure failure)");
    }
}
