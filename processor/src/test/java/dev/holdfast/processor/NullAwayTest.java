package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Generated classes in a {@code @NullMarked} package are clean under NullAway. It needs a JDK newer than 17, so the build on that leaves it out. */
class NullAwayTest {

    public static boolean isThere() {
        return NullAwayTest.class.getClassLoader().getResource("com/uber/nullaway/NullAway.class") != null;
    }

    @Test
    @EnabledIf("isThere")
    void findsNothingInGeneratedClasses(@TempDir Path folder) {
        List<Path> inputs = Cases.goldenInputs();
        for (Path golden : Cases.folders("golden")) {
            String name = golden.getFileName().toString();
            Path marked = folder.resolve("marked").resolve(name).resolve("package-info.java");
            Cases.write(marked, "@org.jspecify.annotations.NullMarked\npackage golden." + name + ";\n");
            inputs.add(marked);
        }
        String messages = compile(inputs, folder);
        assertThat(generated(messages)).isEmpty();
        // What some inputs do wrong themselves shows that it was looked for.
        assertThat(messages).contains("[NullAway]");
        assertThat(Cases.read(folder.resolve("golden/http/ResilientDownloadClient.java")))
                .contains("public @Nullable String header(");
    }

    private static String compile(List<Path> inputs, Path output) {
        return Javac.compile(
                List.of(
                        "-processorpath",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-XDcompilePolicy=simple",
                        "-XDaddTypeAnnotationsToSymbol=true",
                        "--should-stop=ifError=FLOW",
                        "-Xmaxerrs",
                        "1000",
                        "-Xplugin:ErrorProne -XepDisableAllChecks -Xep:NullAway:ERROR"
                                + " -XepOpt:NullAway:OnlyNullMarked=true -XepOpt:NullAway:JSpecifyMode=true"),
                inputs,
                output);
    }

    /** The errors in generated files. */
    private static List<String> generated(String messages) {
        return messages.lines()
                .filter(line -> line.contains("error:") && line.contains("Resilient"))
                .collect(Collectors.toList());
    }
}
