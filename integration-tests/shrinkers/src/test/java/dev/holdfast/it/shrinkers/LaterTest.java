package dev.holdfast.it.shrinkers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same as {@link ShrinkersTest} for clients that return types of libraries, and for suspend functions. */
class LaterTest {

    private static Program program;
    private static List<String> before;

    @TempDir
    private Path folder;

    private Android android;

    @BeforeAll
    static void runUnchanged(@TempDir Path folder) throws Exception {
        program = Program.later();
        before = run(program, Jars.join(program.files(), folder.resolve("unchanged.jar")));
        assertThat(before)
                .containsExactly(
                        "mono: [ada after 1, complete]",
                        "mono, third attempt: [ada after 4, complete]",
                        "mono, in time: [ada after 6, complete]",
                        "mono, empty: [complete]",
                        "mono, last failure: [ada failed]",
                        "mono, fallback: [nobody for ada, complete]",
                        "flux: [1, 2, news after 1, complete]",
                        "flux, third attempt: [1, 2, news after 4, complete]",
                        "flux, after an item: [1, broke off]",
                        "flux, one item: [1, complete]",
                        "suspended: ada after 1",
                        "suspended, third attempt: ada later after 4",
                        "suspended, in time: ada later after 6",
                        "suspended, last failure: ada failed",
                        "suspended, fallback: nothing of ada");
    }

    private static List<String> run(Program program, Path... jars) throws Exception {
        return VerifyingJvm.run(program.main(), program.with(jars));
    }

    @BeforeEach
    void prepare() {
        android = new Android(folder);
    }

    @Test
    void d8TranslatesForADevice() throws Exception {
        Path dex = android.d8(program, 24);
        assertThat(run(program, android.classPath(dex, 24))).isEqualTo(before);
    }

    @Test
    void r8ShrinksAndRenamesForADevice() throws Exception {
        // What R8 optimizes can't always be translated back to class files.
        Path dex = android.r8(program, 24, "-dontoptimize");
        assertThat(run(program, android.classPath(dex, 24))).isEqualTo(before);
    }

    @Test
    void r8ShrinksClassFiles() throws Exception {
        assertThat(run(program, android.r8Classes(program))).isEqualTo(before);
    }

    /** As an app does it. */
    @Tag("thorough")
    @Test
    void r8ShrinksTheCoroutinesToo() throws Exception {
        Program whole = program.withKotlinInside();
        assertThat(run(whole, android.r8Classes(whole))).isEqualTo(before);
    }

    @Test
    void proGuardShrinksClassFiles() throws Exception {
        assertThat(run(program, ProGuardRun.shrink(program, folder))).isEqualTo(before);
    }
}
