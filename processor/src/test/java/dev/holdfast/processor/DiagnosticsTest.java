package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each case's messages, the compiler's own included, are those at the end of one of its sources, behind {@code // expect:}:
 * right place, right words, and nothing more. A file {@code options.txt} holds options for the compiler.
 */
class DiagnosticsTest {

    static List<Path> cases() {
        return Cases.folders("diagnostics");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void reportsTheExpectedProblems(Path folder) {
        Path options = folder.resolve("options.txt");
        Compilation compilation = Compiling.compile(
                Files.exists(options) ? Cases.read(options).lines().toList() : List.of(), Cases.sources(folder));
        List<String> messages = Compiling.messages(compilation);
        if (Cases.UPDATE) {
            Cases.expect(folder, messages);
        }
        assertThat(messages).containsExactlyElementsOf(Cases.expected(folder));
        assertThat(messages).anyMatch(line -> line.contains("[holdfast:" + folder.getFileName() + "]"));
    }

    @Test
    void marksTheValueThatIsWrong() {
        String text = "@dev.holdfast.annotations.Backoff(maxAttempts = -1, baseDelay = \"soon\", factor = 0.5,"
                + " retryStatuses = {\"503\", \"5yy\"}) @dev.holdfast.annotations.RateLimited("
                + "on = {IllegalStateException.class, ArithmeticException.class})"
                + " interface Client { java.net.http.HttpResponse<String> call(); }";
        Compilation compilation = Compiling.compile("Client", text);
        assertThat(compilation.errors().stream()
                        .map(each -> text.substring((int) each.getStartPosition(), (int) each.getEndPosition())))
                .containsExactly(
                        "-1", "\"soon\"", "0.5", "\"5yy\"", "IllegalStateException.class", "ArithmeticException.class");
    }
}
