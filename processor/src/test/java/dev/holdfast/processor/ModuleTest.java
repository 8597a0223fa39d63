package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An interface in a module of its own. */
class ModuleTest {

    private static final String CLIENT = """
    package p;
    /** A client. */
    @dev.holdfast.annotations.Backoff
    public interface Client {
        /** A call. */
        void call();
    }

    """;

    @ParameterizedTest
    @CsvSource({
        "requires transitive dev.holdfast.runtime; requires static java.compiler;, true, true",
        "requires transitive dev.holdfast.runtime; requires transitive java.compiler;, true, false",
        "requires transitive dev.holdfast.runtime;, false, false",
        "requires dev.holdfast.runtime; requires transitive dev.holdfast.annotations;, false, true",
    })
    void writesOnlyWhatTheModuleCanRead(String requires, boolean marked, boolean silenced, @TempDir Path folder) {
        Path module = folder.resolve("module-info.java");
        Path client = folder.resolve("p/Client.java");
        Cases.write(module, "/** A module. */\nmodule m { " + requires + " exports p; }\n");
        Cases.write(client, CLIENT);
        List<String> options = List.of("--module-path", Compiling.classPathText(), "-Xlint:all,-processing", "-Werror");
        assertThat(Javac.compile(options, List.of(module, client), folder)).isEmpty();
        String generated = Cases.read(folder.resolve("p/ResilientClient.java"));
        assertThat(generated.contains("@Generated")).isEqualTo(marked);
        assertThat(generated.contains("@SuppressWarnings(\"exports\")")).isEqualTo(silenced);
    }

    /** The compiler says it of the interface, or is silenced there. */
    @ParameterizedTest
    @CsvSource({
        "requires java.sql;, java.sql.Connection, true",
        "requires transitive java.sql;, java.sql.Connection, false",
        // Handed on by java.sql.
        "requires transitive java.sql;, java.util.logging.Logger, false",
        "'', p.internal.Hidden, true",
        "'', Visible, false",
    })
    void repeatsNoWarningOfTypesThatReadersDoNotSee(
            String requires, String type, boolean silenced, @TempDir Path folder) {
        Path module = folder.resolve("module-info.java");
        Path client = folder.resolve("p/Client.java");
        Path hidden = folder.resolve("p/internal/Hidden.java");
        Path visible = folder.resolve("p/Visible.java");
        Cases.write(
                module,
                "/** A module. */\nmodule m { requires transitive dev.holdfast.runtime; " + requires
                        + " exports p; }\n");
        Cases.write(
                client,
                CLIENT.replace("public interface", "@SuppressWarnings(\"exports\")\npublic interface")
                        .replace("call()", "call(" + type + " value)"));
        Cases.write(hidden, "package p.internal;\n/** Hidden. */\npublic interface Hidden {}\n");
        Cases.write(visible, "package p;\n/** Visible. */\npublic interface Visible {}\n");
        List<String> options = List.of("--module-path", Compiling.classPathText(), "-Xlint:all,-processing", "-Werror");
        assertThat(Javac.compile(options, List.of(module, client, hidden, visible), folder))
                .isEmpty();
        assertThat(Cases.read(folder.resolve("p/ResilientClient.java")).contains("exports"))
                .isEqualTo(silenced);
    }

    /** A class of an exported package implements an interface whose module readers need not see. */
    @ParameterizedTest
    @CsvSource({"requires java.sql;, true", "requires transitive java.sql;, false"})
    void implementsAnInterfaceOfAnotherModule(String requires, boolean silenced, @TempDir Path folder) {
        Path module = folder.resolve("module-info.java");
        Path client = folder.resolve("p/Policy.java");
        Cases.write(
                module,
                "/** A module. */\nmodule m { requires transitive dev.holdfast.runtime; " + requires
                        + " exports p; }\n");
        Cases.write(
                client,
                "package p;\n/** Policies. */\n@SuppressWarnings(\"exports\")\n@dev.holdfast.annotations.Backoff\n"
                        + "@dev.holdfast.annotations.Resilient(of = javax.sql.DataSource.class)\n"
                        + "public interface Policy {}\n");
        List<String> options = List.of("--module-path", Compiling.classPathText(), "-Xlint:all,-processing", "-Werror");
        assertThat(Javac.compile(options, List.of(module, client), folder)).isEmpty();
        assertThat(Cases.read(folder.resolve("p/ResilientDataSource.java")).contains("exports"))
                .isEqualTo(silenced);
    }

    /** What a framework is told by stands in the class, so readers of the module see it. */
    @ParameterizedTest
    @CsvSource({
        "requires jakarta.inject;, JAKARTA, true",
        "requires transitive jakarta.inject;, JAKARTA, false",
        "'', NONE, false",
    })
    void carriesAnnotationsOfAnotherModule(String requires, String inject, boolean silenced, @TempDir Path folder) {
        Path module = folder.resolve("module-info.java");
        Path client = folder.resolve("p/Client.java");
        Cases.write(
                module,
                "/** A module. */\nmodule m { requires transitive dev.holdfast.runtime; " + requires
                        + " exports p; }\n");
        Cases.write(
                client,
                CLIENT.replace(
                        "public interface",
                        "@dev.holdfast.annotations.Resilient(inject = dev.holdfast.annotations.Inject." + inject
                                + ")\npublic interface"));
        String path = Compiling.classPathText() + File.pathSeparator + Compiling.location(Singleton.class);
        List<String> options = List.of("--module-path", path, "-Xlint:all,-processing", "-Werror");
        assertThat(Javac.compile(options, List.of(module, client), folder)).isEmpty();
        String generated = Cases.read(folder.resolve("p/ResilientClient.java"));
        assertThat(generated.contains("@Singleton")).isEqualTo(!inject.equals("NONE"));
        assertThat(generated.contains("exports")).isEqualTo(silenced);
    }

    /** It is on the path, and the module does not read it. */
    @Test
    void namesNoAnnotationThatTheModuleDoesNotRead(@TempDir Path folder) {
        Path module = folder.resolve("module-info.java");
        Path client = folder.resolve("p/Client.java");
        Cases.write(module, "module m { requires transitive dev.holdfast.runtime; exports p; }\n");
        Cases.write(client, CLIENT);
        String path = Compiling.classPathText() + File.pathSeparator + Compiling.location(Singleton.class);
        List<String> options = List.of("--module-path", path, "-Aholdfast.inject=jakarta");
        assertThat(Javac.compile(options, List.of(module, client), folder))
                .contains("[holdfast:injection-missing] the option -Aholdfast.inject is jakarta");
    }
}
