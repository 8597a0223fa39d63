package dev.holdfast.it.shrinkers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.it.shrinkers.planted.Direct;
import dev.holdfast.it.shrinkers.planted.Hidden;
import dev.holdfast.it.shrinkers.planted.Reflecting;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks of {@link ShrinkersTest} notice what they are for: reflection, and classes that are missing. */
class PlantedTest {

    private static final Program REFLECTING = Program.of(Reflecting.class);

    @TempDir
    private Path folder;

    private Android android;

    @BeforeEach
    void prepare() {
        android = new Android(folder);
    }

    @Test
    void unchangedItFindsTheClass() throws Exception {
        Path jar = Jars.join(REFLECTING.files(), folder.resolve("unchanged.jar"));
        assertThat(VerifyingJvm.run(REFLECTING.main(), jar)).containsExactly("found");
    }

    @Test
    void r8TakesAwayWhatIsFoundByReflection() throws Exception {
        assertReflectionFails(android.r8Classes(REFLECTING));
    }

    @Tag("thorough")
    @Test
    void r8TakesItAwayFromADevice() throws Exception {
        Path dex = android.r8(REFLECTING, 24, "-dontoptimize");
        assertReflectionFails(android.classPath(dex, 24));
    }

    @Test
    void proGuardTakesAwayWhatIsFoundByReflection() throws Exception {
        assertReflectionFails(ProGuardRun.shrink(REFLECTING, folder));
    }

    @Test
    void aMissingClassIsNoticed() {
        Program incomplete = Program.of(Direct.class, Hidden.class.getSimpleName(), Reflecting.class.getSimpleName());
        assertThatThrownBy(() -> android.r8(incomplete, 24))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Missing class " + Hidden.class.getName());
        assertThatThrownBy(() -> ProGuardRun.shrink(incomplete, folder))
                .hasMessage("Please correct the above warnings first.");
    }

    @Test
    void aMissingInterfaceIsNoticedByD8() {
        Program incomplete = Program.of(Direct.class, "Found");
        assertThatThrownBy(() -> android.d8(incomplete, 21))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("planted.Found");
    }

    private static void assertReflectionFails(Path... classPath) {
        assertThatThrownBy(() -> VerifyingJvm.run(REFLECTING.main(), classPath))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ClassNotFoundException");
    }
}
