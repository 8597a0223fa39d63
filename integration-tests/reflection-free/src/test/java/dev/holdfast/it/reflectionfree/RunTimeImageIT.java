package dev.holdfast.it.reflectionfree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run-time image of java.base and Holdfast alone is enough for a client. */
class RunTimeImageIT {

    @TempDir
    private static Path temp;

    private static Path image;

    @BeforeAll
    static void link() throws Exception {
        Path demo = Javac.compileModule(Path.of("src/test/resources/image"), temp.resolve("demo"));
        image = temp.resolve("image");
        Javac.run(
                "jlink",
                List.of(
                        "--module-path",
                        Build.api() + File.pathSeparator + demo,
                        "--add-modules",
                        "demo",
                        "--output",
                        image.toString()));
    }

    @Test
    void hasOnlyTheBaseAndOurs() throws Exception {
        assertThat(java("--list-modules"))
                .extracting(line -> line.replaceFirst("@.*", ""))
                .containsExactlyInAnyOrder("java.base", "dev.holdfast.annotations", "dev.holdfast.runtime", "demo");
    }

    @Test
    void runsAClientWithAllPolicies() throws Exception {
        assertThat(java("--module", "demo/demo.Main"))
                .containsExactly(
                        "retried: sunny in Rome",
                        "held back: rain in Oslo",
                        "later: snow in Bern",
                        "fallen back: don't know about Atlantis",
                        "opened by: last",
                        "rejected: true",
                        "asked: 11");
    }

    private static List<String> java(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(image.resolve("bin/java").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ended").isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output.lines().toList();
    }
}
