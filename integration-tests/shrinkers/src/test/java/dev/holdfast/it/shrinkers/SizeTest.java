package dev.holdfast.it.shrinkers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.it.shrinkers.app.App;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/android.md} says what Holdfast takes of an app. */
class SizeTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "android.md");

    @TempDir
    private Path folder;

    @Test
    void thePageSaysWhatD8Leaves() throws Exception {
        assertDocumented("D8", Size.of(new Android(folder).d8(Program.of(App.class), 24)));
    }

    @Test
    void thePageSaysWhatR8Leaves() throws Exception {
        assertDocumented("R8", Size.of(new Android(folder).r8(Program.of(App.class), 24)));
    }

    @Test
    void aSynchronousClientNamesNoFuture() throws Exception {
        Path dex = new Android(folder).r8(Program.of(App.class), Android.OLDEST);
        String content = new String(Files.readAllBytes(dex), ISO_8859_1);
        assertThat(content).contains("Ljava/lang/Object;").doesNotContain("Ljava/util/concurrent/Completable");
    }

    @Test
    void aFigureThatIsOffByMoreThanATenthIsNoticed() {
        Size size = new Size(50_000, 400);
        assertThat(size.isAbout(new Size(54_000, 430))).isTrue();
        assertThat(size.isAbout(new Size(56_000, 400))).isFalse();
        assertThat(size.isAbout(new Size(50_000, 360))).isFalse();
    }

    /** A row of the page begins with some words, and says about the same. */
    static void assertDocumented(String tool, Size measured) throws IOException {
        Matcher row = Pattern.compile("\\| " + tool + "\\b[^|]*\\| ([\\d,]+) bytes \\| ([\\d,]+) \\|")
                .matcher(Files.readString(PAGE));
        assertThat(row.find()).as("a row for %s in %s", tool, PAGE).isTrue();
        Size said = new Size(number(row.group(1)), number(row.group(2)));
        assertThat(measured.isAbout(said))
                .as("%s says %s of %s; measured: %s", PAGE, said, tool, measured)
                .isTrue();
    }

    private static int number(String text) {
        return Integer.parseInt(text.replace(",", ""));
    }
}
