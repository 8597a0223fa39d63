package dev.holdfast.it.shrinkers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.Jvm;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Android sample goes through R8 with the rules of its libraries, and asks its server afterwards as before. */
class SampleTest {

    private static final List<String> ANSWERS = List.of("Known(text=sunny)", "Known(text=rain)");

    @TempDir
    private Path folder;

    @Test
    void r8KeepsItsBehaviour() throws Exception {
        Program sample = Sample.withHoldfast();
        assertThat(ask(sample, System.getProperty("java.class.path"))).isEqualTo(ANSWERS);
        Path shrunk = new Android(folder).r8Classes(sample, Sample.RULES);
        assertThat(shrunk.toFile().length()).isLessThan(1_500_000);
        assertThat(ask(sample, shrunk.toString())).isEqualTo(ANSWERS);
    }

    @Tag("thorough")
    @Test
    void thePageSaysWhatHoldfastAdds() throws Exception {
        Size without = Size.of(new Android(folder).r8(Sample.without(), 24, Sample.RULES));
        Size with = Size.of(new Android(folder).r8(Sample.withHoldfast(), 24, Sample.RULES));
        SizeTest.assertDocumented("sample without Holdfast", without);
        SizeTest.assertDocumented("sample with Holdfast", with);
        Size added = new Size(with.bytes() - without.bytes(), with.methods() - without.methods());
        SizeTest.assertDocumented("so Holdfast adds", added);
    }

    /** Runs it beside a server that fails once, and once has too many requests. */
    private static List<String> ask(Program program, String classPath) throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                Reply.unavailable("later"), Reply.ok("sunny"), Reply.tooManyRequests("1"), Reply.ok("rain"))) {
            return Jvm.run(
                    "-Xverify:all",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    classPath,
                    program.main(),
                    server.uri().toString());
        }
    }
}
