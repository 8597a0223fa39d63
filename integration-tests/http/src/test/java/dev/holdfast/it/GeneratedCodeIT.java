package dev.holdfast.it;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.JdkTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated source and its bytecode, as the processor's jar gives them. */
class GeneratedCodeIT {

    private static final String CLIENT = """
            package weather;

            import dev.holdfast.annotations.Backoff;
            import dev.holdfast.annotations.CircuitBreaker;
            import dev.holdfast.annotations.RateLimited;

            interface WeatherClient {
                @CircuitBreaker @Backoff @RateLimited
                java.net.http.HttpResponse<String> today(String city) throws java.io.IOException;

                @CircuitBreaker @Backoff
                String tomorrow(String city, int... hours) throws java.io.IOException;
            }
            """;

    private static final String OTHER = """
            package weather;

            interface Other {
                @dev.holdfast.annotations.Backoff void call();
            }
            """;

    @TempDir
    private Path temp;

    @Test
    void theSameInputGivesTheSameBytes() throws Exception {
        Project one = new Project(temp.resolve("one"))
                .file("weather/WeatherClient.java", CLIENT)
                .file("weather/Other.java", OTHER)
                .compile("17");
        Project two = new Project(temp.resolve("two"))
                .file("weather/Other.java", OTHER)
                .file("weather/WeatherClient.java", CLIENT)
                .compile("17");

        Map<String, String> generated = sources(one.generated());
        assertThat(generated).containsOnlyKeys("weather/ResilientWeatherClient.java", "weather/ResilientOther.java");
        assertThat(sources(two.generated())).isEqualTo(generated);
    }

    @Test
    void aCallThatSucceedsAllocatesNothingAndBindsNoLambda() throws Exception {
        Project project =
                new Project(temp).file("weather/WeatherClient.java", CLIENT).compile("11");

        String bytecode = JdkTool.run(
                "javap",
                "-c",
                "-p",
                project.classes()
                        .resolve("weather/ResilientWeatherClient.class")
                        .toString());

        assertThat(bytecode).doesNotContain("invokedynamic", "invokestatic  // Method java/util/Arrays");
        for (String method : new String[] {"today", "tomorrow"}) {
            assertThat(method(bytecode, method))
                    .contains("dev/holdfast/runtime/generated/SyncGuard.begin")
                    .contains("weather/WeatherClient." + method)
                    .doesNotContain(": new ", "newarray");
        }
    }

    private static String method(String bytecode, String name) {
        return Stream.of(bytecode.split("\n\n"))
                .filter(block -> block.lines().findFirst().orElse("").contains(" " + name + "("))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no method " + name + " in\n" + bytecode));
    }

    private static Map<String, String> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(toMap(file -> folder.relativize(file).toString(), GeneratedCodeIT::read));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
