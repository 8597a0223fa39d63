package dev.holdfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.Artifacts;
import dev.holdfast.testkit.Jvm;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client in a named module, on the module path, in a JVM of its own that knows nothing of the processor. */
class ModulePathIT {

    private static final String CLIENT = """
            package weather;

            import dev.holdfast.annotations.Backoff;
            import dev.holdfast.annotations.CircuitBreaker;
            import dev.holdfast.annotations.RateLimited;
            import java.io.IOException;
            import java.net.http.HttpResponse;

            /** Says how the weather is. */
            @CircuitBreaker
            @Backoff(baseDelay = "10ms")
            @RateLimited
            public interface WeatherClient {
                /**
                 * Today's.
                 *
                 * @param city where
                 * @return the answer
                 * @throws IOException if there is none
                 * @throws InterruptedException if interrupted
                 */
                HttpResponse<String> today(String city) throws IOException, InterruptedException;
            }
            """;

    private static final String MAIN = """
            package weather;

            import java.net.URI;
            import java.net.http.HttpClient;
            import java.net.http.HttpRequest;
            import java.net.http.HttpResponse.BodyHandlers;

            final class Main {
                public static void main(String[] args) throws Exception {
                    HttpClient http = HttpClient.newHttpClient();
                    WeatherClient plain = city -> http.send(
                            HttpRequest.newBuilder(URI.create(args[0] + city)).build(), BodyHandlers.ofString());
                    System.out.println(new ResilientWeatherClient(plain).today("/rome").body()
                            + " in " + Main.class.getModule() + " with "
                            + ResilientWeatherClient.class.getModule().getLayer().findModule("dev.holdfast.runtime").get());
                }
            }
            """;

    @TempDir
    private Path temp;

    private int projects;

    @ParameterizedTest
    @ValueSource(strings = {"11", "17"})
    void aClientInANamedModuleWorks(String release) throws Exception {
        Project project = project("requires transitive java.net.http;")
                .file("weather/Main.java", MAIN)
                .compileModule(release);

        try (ScriptedServer server = new ScriptedServer(Reply.unavailable("down"), Reply.ok("sunny"))) {
            assertThat(run(project, server.uri().toString()))
                    .isEqualTo("sunny in module weather with module dev.holdfast.runtime");
            assertThat(server.paths()).containsExactly("/rome", "/rome");
        }
    }

    @Test
    void theGeneratedMarkIsWrittenOnlyWhereTheModuleCanReadIt() throws Exception {
        String without = generated(project("requires transitive java.net.http;").compileModule("17"));
        String with = generated(project("requires transitive java.net.http; requires static java.compiler;")
                .compileModule("17"));

        assertThat(without).doesNotContain("@Generated");
        assertThat(with).contains("@Generated(");
    }

    private Project project(String requires) throws IOException {
        return new Project(temp.resolve(Integer.toString(++projects)))
                .file(
                        "module-info.java",
                        "module weather {",
                        "    requires transitive dev.holdfast.runtime;",
                        "    " + requires,
                        "    exports weather;",
                        "}")
                .file("weather/WeatherClient.java", CLIENT);
    }

    private static String generated(Project project) throws IOException {
        return Files.readString(project.generated().resolve("weather/ResilientWeatherClient.java"));
    }

    private static String run(Project project, String argument) throws Exception {
        return String.join(
                "\n",
                Jvm.run(
                        "--module-path",
                        Artifacts.api() + File.pathSeparator + project.classes(),
                        "--module",
                        "weather/weather.Main",
                        argument));
    }
}
