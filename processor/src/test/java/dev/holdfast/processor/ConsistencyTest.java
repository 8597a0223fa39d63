package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.processor.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Names whatever is missing for a diagnostic. */
class ConsistencyTest {

    /**
     * Cannot be provoked by a source file of Java 17; {@link ProcessorTest}, {@code LateMembersTest} and {@link ClassFilesTest} have tests
     * of their own.
     */
    private static final Set<Diagnostic> WITHOUT_CASE = Set.of(
            Diagnostic.INTERNAL_ERROR, Diagnostic.LATE_MEMBERS, Diagnostic.UNWRITABLE_NAME, Diagnostic.COMPACT_SOURCE);

    private static final Path DOCS = Path.of("../docs/diagnostics.md");

    @ParameterizedTest
    @EnumSource(Diagnostic.class)
    void everyDiagnosticIsDocumentedAndTested(Diagnostic diagnostic) {
        assertThat(headings(DOCS)).contains("### " + diagnostic.code());
        if (!WITHOUT_CASE.contains(diagnostic)) {
            assertThat(Path.of("src/test/resources/diagnostics", diagnostic.code(), "expected.txt"))
                    .exists();
        }
    }

    @ParameterizedTest
    @EnumSource(Diagnostic.class)
    void everySectionSaysWhatWhyAndHow(Diagnostic diagnostic) {
        String text = Cases.read(DOCS);
        String section = text.substring(text.indexOf("### " + diagnostic.code() + "\n"));
        int end = section.indexOf("\n### ", 1);
        assertThat(end < 0 ? section : section.substring(0, end)).contains("**Fix:**");
    }

    static List<String> headingsOfDiagnostics() {
        return headings(DOCS).stream().filter(line -> line.startsWith("### ")).collect(Collectors.toList());
    }

    @ParameterizedTest
    @MethodSource("headingsOfDiagnostics")
    void everySectionHasADiagnostic(String heading) {
        assertThat(Arrays.stream(Diagnostic.values()).map(each -> "### " + each.code()))
                .contains(heading);
    }

    private static List<String> headings(Path file) {
        return Cases.read(file).lines().filter(line -> line.startsWith("##")).collect(Collectors.toList());
    }
}
