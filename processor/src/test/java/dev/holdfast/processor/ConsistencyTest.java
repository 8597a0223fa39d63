package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.InterfaceDiagnostic;
import dev.holdfast.processor.diagnostic.ProcessorDiagnostic;
import dev.holdfast.processor.policy.Policies;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names whatever is missing for a diagnostic. */
class ConsistencyTest {

    /**
     * Cannot be provoked by a source file of Java 17; {@link ProcessorTest}, {@code LateMembersTest} and {@link ClassFilesTest} have tests
     * of their own.
     */
    private static final Set<Diagnostic> WITHOUT_CASE = Set.of(
            ProcessorDiagnostic.INTERNAL_ERROR, ProcessorDiagnostic.LATE_MEMBERS, InterfaceDiagnostic.COMPACT_SOURCE);

    private static final Path DOCS = Path.of("../docs/diagnostics.md");

    static List<Diagnostic> diagnostics() {
        return Policies.DIAGNOSTICS;
    }

    @ParameterizedTest
    @MethodSource("diagnostics")
    void everyDiagnosticIsDocumentedAndTested(Diagnostic diagnostic) {
        assertThat(headings(DOCS)).contains("### " + diagnostic.code());
        if (!WITHOUT_CASE.contains(diagnostic)) {
            assertThat(Cases.expected(Path.of("src/test/resources/diagnostics", diagnostic.code())))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("diagnostics")
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
        assertThat(Policies.DIAGNOSTICS.stream().map(each -> "### " + each.code()))
                .contains(heading);
    }

    /** Each enum of messages is one of {@link Diagnostic#general} or of a policy. */
    @Test
    void everyDiagnosticIsListed() {
        assertThat(Policies.DIAGNOSTICS)
                .containsExactlyInAnyOrderElementsOf(new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("dev.holdfast.processor")
                                .stream()
                                .filter(each -> each.isEnum() && each.isAssignableTo(Diagnostic.class))
                                .flatMap(each -> Arrays.stream(each.reflect().getEnumConstants()))
                                .map(Diagnostic.class::cast)
                                .toList());
    }

    @Test
    void codesAreDistinct() {
        assertThat(Policies.DIAGNOSTICS)
                .filteredOn(each -> each.wording().main() == null)
                .extracting(Diagnostic::code)
                .doesNotHaveDuplicates();
    }

    private static List<String> headings(Path file) {
        return Cases.read(file).lines().filter(line -> line.startsWith("##")).collect(Collectors.toList());
    }
}
