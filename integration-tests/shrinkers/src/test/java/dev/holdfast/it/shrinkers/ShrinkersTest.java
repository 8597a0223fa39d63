package dev.holdfast.it.shrinkers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Generated clients behave after D8, R8 and ProGuard as they did before, with no rule but the user's main class, and without a warning: the program that
 * drives them through every policy prints the same lines.
 */
class ShrinkersTest {

    private static final Program PROGRAM = Program.scenarios();

    private static List<String> before = List.of();

    @TempDir
    private Path folder;

    private Android android;

    @BeforeAll
    static void runUnchanged(@TempDir Path folder) throws Exception {
        before = VerifyingJvm.run(PROGRAM.main(), Jars.join(PROGRAM.files(), folder.resolve("unchanged.jar")));
        assertThat(before).hasSizeGreaterThan(100);
    }

    @BeforeEach
    void prepare() {
        android = new Android(folder);
    }

    @Test
    void d8TranslatesForADevice() throws Exception {
        assertTranslatedByD8(24);
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(ints = {21, 26})
    void d8TranslatesForOtherDevices(int api) throws Exception {
        assertTranslatedByD8(api);
    }

    @Tag("thorough")
    @Test
    void d8RewritesForTheOldestDeviceAndR8OptimizesThat() throws Exception {
        Path library = AndroidLibrary.jar(folder, Android.OLDEST);
        Path rewritten = android.d8Classes(PROGRAM, Android.OLDEST);
        assertThat(VerifyingJvm.run(PROGRAM.main(), rewritten, library)).isEqualTo(before);
        Path optimized = android.r8Classes(PROGRAM.as(rewritten));
        assertThat(optimized.toFile().length()).isLessThan(rewritten.toFile().length() * 11 / 20);
        assertThat(VerifyingJvm.run(PROGRAM.main(), optimized, library)).isEqualTo(before);
    }

    /** {@link #r8ShrinksAndRenamesForADevice()} stands for these by default, and {@link SizeTest} for optimizing. */
    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(ints = {21, 24, 26})
    void r8ShrinksForADevice(int api) throws Exception {
        assertThat(android.r8(PROGRAM, api)).isNotEmptyFile();
    }

    @Test
    void r8ShrinksAndRenamesForADevice() throws Exception {
        // What R8 optimizes can't always be translated back to class files.
        Path dex = android.r8(PROGRAM, 24, "-dontoptimize");
        assertThat(VerifyingJvm.run(PROGRAM.main(), android.classPath(dex, 24))).isEqualTo(before);
    }

    @Test
    void r8ShrinksClassFiles() throws Exception {
        assertThat(VerifyingJvm.run(PROGRAM.main(), android.r8Classes(PROGRAM))).isEqualTo(before);
    }

    @Test
    void proGuardShrinksClassFiles() throws Exception {
        Path jar = ProGuardRun.shrink(PROGRAM, folder);
        assertThat(VerifyingJvm.run(PROGRAM.main(), jar)).isEqualTo(before);
    }

    private void assertTranslatedByD8(int api) throws Exception {
        Path dex = android.d8(PROGRAM, api);
        assertThat(VerifyingJvm.run(PROGRAM.main(), android.classPath(dex, api)))
                .isEqualTo(before);
    }
}
