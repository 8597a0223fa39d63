package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interfaces of libraries whose own dependencies are not on the class path. */
class IncompleteLibraryTest {

    /** Compiles a client of {@code l.Base} without a class of package {@code ext} that it was compiled against. */
    private static void clientWithout(String missing, String source, String base, Consumer<Compilation> check) {
        Compilation library = Compiling.compileWith(
                List.of(), List.of(), Compiling.sources("ext." + missing, source, "l.Base", base));
        assertThat(library.status()).isEqualTo(Compilation.Status.SUCCESS);
        Library.withClasses(library, folder -> {
            try {
                Files.delete(folder.resolve("ext/" + missing + ".class"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            check.accept(Library.compile(
                    folder,
                    "p.C",
                    "package p; @dev.holdfast.annotations.Backoff public interface C extends l.Base {}"));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "METHOD, PARAMETER, @Nullable",
        "METHOD, PARAMETER, @Nullable(when = Thread.State.BLOCKED)",
        "TYPE_USE, TYPE_USE, @Nullable",
        "TYPE_USE, TYPE_USE, @Nullable(when = Thread.State.BLOCKED)"
    })
    void leavesOutAnnotationsWhoseClassIsMissing(String target, String otherTarget, String use) {
        String targets = target.equals(otherTarget) ? target : target + ", ElementType." + otherTarget;
        clientWithout(
                "Nullable",
                "package ext; import java.lang.annotation.*; @Target({ElementType." + targets + """
                })
                @Retention(RetentionPolicy.RUNTIME)
                public @interface Nullable { Thread.State when() default Thread.State.NEW; }
                """,
                "package l; import ext.Nullable; public interface Base { " + use + " String get(" + use
                        + " String name); }",
                compilation -> {
                    assertThat(Compiling.messages(compilation)).noneMatch(line -> line.contains("error"));
                    assertThat(Compiling.generated(compilation).get("ResilientC.java"))
                            .contains("String get(String arg0)")
                            .doesNotContain("Nullable");
                });
    }

    @Test
    void reportsATypeThatIsMissing() {
        clientWithout(
                "Gone",
                "package ext; public class Gone {}",
                "package l; public interface Base { ext.Gone get(); }",
                compilation -> assertThat(Compiling.messages(compilation))
                        .noneMatch(line -> line.startsWith("ResilientC.java"))
                        .filteredOn(line -> line.contains("holdfast:"))
                        .singleElement()
                        .asString()
                        .startsWith("C.java:1: error: [holdfast:unresolved-type] Base.get() names the type Gone,"
                                + " which does not exist."));
    }
}
