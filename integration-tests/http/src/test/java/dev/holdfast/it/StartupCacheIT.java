package dev.holdfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.Artifacts;
import dev.holdfast.testkit.JdkTool;
import dev.holdfast.testkit.Jvm;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** A JVM takes Holdfast's classes from its cache of loaded classes, as docs/startup.md says. */
class StartupCacheIT {

    private static final String CLIENT = """
            package stock;

            @dev.holdfast.annotations.CircuitBreaker
            @dev.holdfast.annotations.Backoff
            interface StockClient {
                int pieces(String article) throws java.io.IOException;
            }
            """;

    private static final String MAIN = """
            package stock;

            final class Main {
                public static void main(String[] args) throws java.io.IOException {
                    StockClient plain = article -> article.length();
                    System.out.println(new ResilientStockClient(plain).pieces("bolt") + " pieces");
                }
            }
            """;

    @TempDir
    private Path temp;

    private String classPath;

    /** The JVM keeps classes of jars only. */
    @BeforeEach
    void jar() throws Exception {
        Project project = new Project(temp.resolve("project"))
                .file("stock/StockClient.java", CLIENT)
                .file("stock/Main.java", MAIN)
                .compile("11");
        Path jar = temp.resolve("stock.jar");
        JdkTool.run("jar", List.of("cf", jar.toString(), "-C", project.classes().toString(), "."));
        classPath = jar + File.pathSeparator + Artifacts.api();
    }

    @Test
    void withoutACacheClassesComeFromTheJars() throws Exception {
        assertThat(run("-Xlog:class+load"))
                .filteredOn(StartupCacheIT::isOfHoldfast)
                .isNotEmpty()
                .noneMatch(StartupCacheIT::isFromTheCache);
    }

    @Test
    void anArchiveOfClassesHasThemAll() throws Exception {
        Path archive = temp.resolve("app.jsa");
        run("-XX:ArchiveClassesAtExit=" + archive);
        assertLoadedFrom(run("-XX:SharedArchiveFile=" + archive, "-Xshare:on", "-Xlog:class+load"));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void anAheadOfTimeCacheHasThemAll() throws Exception {
        Path cache = temp.resolve("app.aot");
        run("-XX:AOTCacheOutput=" + cache);
        assertLoadedFrom(run("-XX:AOTCache=" + cache, "-XX:AOTMode=on", "-Xlog:class+load"));
    }

    private static void assertLoadedFrom(List<String> output) {
        assertThat(output).contains("4 pieces");
        assertThat(output)
                .filteredOn(StartupCacheIT::isOfHoldfast)
                .hasSizeGreaterThan(10)
                .allMatch(StartupCacheIT::isFromTheCache);
    }

    private static boolean isOfHoldfast(String line) {
        return line.contains(" dev.holdfast.") || line.contains(" stock.Resilient");
    }

    private static boolean isFromTheCache(String line) {
        return line.contains("source: shared objects file");
    }

    private List<String> run(String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-cp", classPath, "stock.Main"));
        return Jvm.run(arguments.toArray(new String[0]));
    }
}
