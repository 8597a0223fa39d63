package dev.holdfast.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedSectionTest {

    @TempDir
    Path folder;

    private Path page;

    @BeforeEach
    void nameThePage() {
        page = folder.resolve("page.md");
    }

    @Test
    void onlyWhatIsBetweenTheCommentsChangesHoweverOftenItIsWritten() throws IOException {
        Files.writeString(page, "before\n<!-- times:begin -->\nold\n<!-- times:end -->\nafter\n");

        MarkedSection.write(page, "times", "first\n");
        MarkedSection.write(page, "times", "second\n");

        assertThat(page).hasContent("before\n<!-- times:begin -->\n\nsecond\n\n<!-- times:end -->\nafter\n");
    }

    @Test
    void aPageWithoutTheCommentsIsLeftAlone() throws IOException {
        Files.writeString(page, "<!-- times:end --> <!-- times:begin -->");

        assertThatThrownBy(() -> MarkedSection.write(page, "times", "text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("<!-- times:begin -->");

        assertThat(page).hasContent("<!-- times:end --> <!-- times:begin -->");
    }
}
