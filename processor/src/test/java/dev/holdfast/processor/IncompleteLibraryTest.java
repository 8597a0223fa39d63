package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interfaces of libraries whose own dependencies are not on the class path. */
class IncompleteLibraryTest {

    private static final String CLIENT =
            "package p; @dev.holdfast.annotations.Backoff public interface C extends l.Base {}";

    /** Compiles {@code l.Base} against a class of package {@code ext}, and takes that class away. */
    private static void withoutIts(String missing, String missingSource, String base, Consumer<Path> use) {
        Compilation library = Compiling.compileWith(
                List.of(), List.of(), Compiling.sources("ext." + missing, missingSource, "l.Base", base));
        assertThat(library.status()).isEqualTo(Compilation.Status.SUCCESS);
        Library.withClasses(library, folder -> {
            try {
                Files.delete(folder.resolve("ext/" + missing + ".class"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            use.accept(folder);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"METHOD, java.lang.annotation.ElementType.PARAMETER", "TYPE_USE"})
    void leavesOutAnnotationsWhoseClassIsMissing(String target) {
        withoutIts(
                "Nullable",
                "package ext; @java.lang.annotation.Target({java.lang.annotation.ElementType." + target + "})"
                        + " @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                        + " public @interface Nullable { Thread.State when() default Thread.State.NEW; }",
                "package l; import ext.Nullable; public interface Base {"
                        + " @Nullable(when = Thread.State.BLOCKED) String get(@Nullable String name); }",
                folder -> assertThat(Compiling.messages(Library.compile(folder, "p.C", CLIENT)))
                        .noneMatch(message -> message.contains("error")));
    }

    @Test
    void reportsATypeThatIsMissing() {
        withoutIts(
                "Gone",
                "package ext; public class Gone {}",
                "package l; public interface Base { ext.Gone get(); }",
                folder -> assertThat(Compiling.messages(Library.compile(folder, "p.C", CLIENT)))
                        .filteredOn(message -> message.contains("holdfast:"))
                        .singleElement()
                        .asString()
                        .startsWith("C.java:1: error: [holdfast:unresolved-type]")
                        .contains("Gone"));
    }
}
