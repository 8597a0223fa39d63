package dev.holdfast.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Generated clients do in a native image what they do on the JVM, and one whose delegate reflects does not. */
class NativeImageProof {

    private static final String REFLECTING = "violation.Reflecting";

    @TempDir
    static Path folder;

    private static List<Path> classPath = List.of();
    private static Path image = Path.of("");

    @BeforeAll
    static void buildImage() throws IOException, InterruptedException {
        classPath = ProgramJar.compile(folder.resolve("everything"), Combinations.sources(), Jars.programs());
        image = ImageBuilder.build(folder.resolve("everything"), classPath, Combinations.EVERYTHING);
    }

    @Test
    void doesWhatTheJvmDoes() throws IOException, InterruptedException {
        Run onJvm = Run.of(folder, Run.java(classPath, Combinations.EVERYTHING));

        Run.of(folder, List.of(image.toString())).isLike(onJvm);

        System.out.println(onJvm.lines().size() + " lines are the same on the JVM and in the native image.");
    }

    @Test
    void takesOverridesFromOutside() throws IOException, InterruptedException {
        String option = "-Ddev.holdfast.nativeimage.QuoteClient/Backoff/maxAttempts=6";
        Map<String, String> environment = Map.of("HOLDFAST_BACKOFF_MAXATTEMPTS", "5");
        Run onJvm = Run.of(folder, Run.java(classPath, Program.class.getName(), option), environment);
        assertThat(onJvm.lines()).contains("system properties as they are: 6", "environment: 5");

        Run inImage = Run.of(folder, List.of(image.toString(), option), environment);

        assertThat(inImage.lines()).containsSubsequence(onJvm.lines());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void startsSoonerWithLess() throws IOException, InterruptedException {
        Figures figures = Figures.measure(Run.java(classPath, Combinations.EVERYTHING), image);
        System.out.println(figures);

        assertThat(figures.inImage().millis()).isLessThan(figures.onJvm().millis());
        assertThat(figures.inImage().kilobytes()).isLessThan(figures.onJvm().kilobytes());
        String page = System.getProperty("native.page", "");
        if (!page.isEmpty()) {
            figures.write(Path.of(page));
        }
    }

    /** The builder refuses what it does not know of, and the check above notices. */
    @Test
    void failsWhereADelegateReflects() throws IOException, InterruptedException {
        Path violation = folder.resolve("violation");
        String source = Files.readString(Path.of("src/test/resources/violation/Reflecting.java"));
        List<Path> reflecting = ProgramJar.compile(violation, Map.of(REFLECTING, source), Jars.users());
        Run onJvm = Run.of(folder, Run.java(reflecting, REFLECTING));
        assertThat(onJvm.lines()).containsExactly("before", "found by its name");

        Path wrong = ImageBuilder.build(violation, reflecting, REFLECTING);
        Run inImage = Run.of(folder, List.of(wrong.toString()));

        assertThat(inImage.errors()).contains("MissingReflectionRegistrationError");
        assertThatThrownBy(() -> inImage.isLike(onJvm)).isInstanceOf(AssertionError.class);
    }
}
