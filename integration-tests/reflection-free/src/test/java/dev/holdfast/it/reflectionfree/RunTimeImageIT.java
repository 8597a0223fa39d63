package dev.holdfast.it.reflectionfree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.Artifacts;
import dev.holdfast.testkit.JdkTool;
import dev.holdfast.testkit.Jvm;
import java.io.File;
import java.nio.file.Path;
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
        JdkTool.run(
                "jlink",
                "--module-path",
                Artifacts.api() + File.pathSeparator + demo,
                "--add-modules",
                "demo",
                "--output",
                image.toString());
    }

    @Test
    void hasOnlyTheBaseAndOurs() throws Exception {
        assertThat(Jvm.run(image, "--list-modules"))
                .extracting(line -> line.replaceFirst("@.*", ""))
                .containsExactlyInAnyOrder("java.base", "dev.holdfast.annotations", "dev.holdfast.runtime", "demo");
    }

    @Test
    void runsAClientWithAllPolicies() throws Exception {
        assertThat(Jvm.run(image, "--module", "demo/demo.Main"))
                .containsExactly(
                        "retried: sunny in Rome",
                        "held back: rain in Oslo",
                        "later: snow in Bern",
                        "fallen back: don't know about Atlantis",
                        "opened by: last",
                        "rejected: true",
                        "asked: 11");
    }
}
