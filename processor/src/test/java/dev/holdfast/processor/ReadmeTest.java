package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The interface in README, and what docs/generated-code.md shows that the processor makes of it. */
class ReadmeTest {

    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void showsTheInterfaceAndItsGeneratedMethod() {
        String written = blocks("../README.md").get(0);
        List<String> page = blocks("../docs/generated-code.md");
        assertThat(page.get(0)).isEqualTo(written);
        String shown = page.get(1);

        Compilation compilation = Compiling.compile(
                "p.GitHubClient",
                "package p; import dev.holdfast.annotations.*; import java.io.*; import java.net.http.*;\n" + written);

        assertThat(Compiling.messages(compilation)).isEmpty();
        String generated = Compiling.generated(compilation).get("ResilientGitHubClient.java");
        List<String> method = shown.lines().map(String::strip).toList();
        assertThat(generated).contains(method.get(0));
        assertThat(squeeze(generated)).contains(squeeze(String.join(" ", method.subList(1, method.size() - 1))));
    }

    private static List<String> blocks(String file) {
        return JAVA.matcher(Cases.read(Path.of(file)))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** JavaPoet breaks long lines elsewhere than README does. */
    private static String squeeze(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
