package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import dev.holdfast.processor.javac.AsciiSource;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Holdfast;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated files say the same whatever they are encoded in. */
class EncodingTest {

    private static final Path CASE = Path.of("src/test/resources/golden/encoding");

    /** Every character that JavaPoet, the compiler or an editor may take for the end of a line, and others. */
    private static final String ODD =
            "a\u2028b\u2029c\u0085d \\\u00e9 \\u0041 \ud83d\ude00 \ud800 \0\t\n\013\f\r\33\32\177\"'1";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"US-ASCII", "ISO-8859-1", "windows-1252", "UTF-8", "UTF-16"})
    void theWrittenFileIsTheSameInEveryEncoding(String encoding) throws IOException {
        Path file = folder.resolve("in/EncodedClient.java");
        assertThat(file.getParent().toFile().mkdir()).isTrue();
        Files.writeString(file, Cases.read(CASE.resolve("input/EncodedClient.java")), Charset.forName(encoding));
        List<String> options = List.of("-encoding", encoding, "-Xlint:all,-processing", "-Werror");

        assertThat(Javac.compile(options, List.of(file), folder)).isEmpty();

        String written = Files.readString(
                folder.resolve("golden/encoding/ResilientEncodedClient.java"), Charset.forName(encoding));
        assertThat(written).isEqualTo(Cases.read(CASE.resolve("generated/ResilientEncodedClient.java")));
        assertThat(written).matches("[\n -~]*");
    }

    @Test
    void namesThatDifferInSuchCharactersStayTwo() throws Throwable {
        Path file = folder.resolve("C.java");
        Cases.write(
                file,
                "package p; import dev.holdfast.annotations.*; public interface C {"
                        + " @CircuitBreaker(name = \"\\u00e9\", failureThreshold = 1) String one();"
                        + " @CircuitBreaker(name = \"\\u00fc\", failureThreshold = 1) String two(); }");
        assertThat(Javac.compile(List.of("-encoding", "US-ASCII"), List.of(file), folder))
                .isEmpty();
        Object client =
                client(new URLClassLoader(new URL[] {folder.toUri().toURL()}, EncodingTest.class.getClassLoader()));

        assertThatThrownBy(() -> call(client, "one")).isInstanceOf(IllegalStateException.class);

        assertThatThrownBy(() -> call(client, "one")).isInstanceOf(CircuitOpenException.class);
        assertThat(call(client, "two")).isEqualTo("two");
    }

    @Test
    void aNameIsWhatTheAnnotationSays() throws Exception {
        Compilation compilation = Compiling.compile(
                List.of("-Xlint:all,-processing", "-Werror"),
                Compiling.sources("p.C", """
                        package p; import dev.holdfast.annotations.*; public interface C {
                            @CircuitBreaker(name =
                        """ + AsciiSource.literal(ODD) + ", failureThreshold = 1) String one(); }"));
        assertThat(Compiling.messages(compilation)).isEmpty();
        Object client = client(Compiling.load(compilation));
        assertThatThrownBy(() -> call(client, "one")).isInstanceOf(IllegalStateException.class);

        assertThatThrownBy(() -> call(client, "one"))
                .isInstanceOfSatisfying(
                        CircuitOpenException.class,
                        open -> assertThat(open.name()).isEqualTo(ODD));
    }

    private static Object client(ClassLoader loader) throws ReflectiveOperationException {
        Class<?> api = loader.loadClass("p.C");
        Object delegate = Proxy.newProxyInstance(loader, new Class<?>[] {api}, (proxy, method, arguments) -> {
            if (method.getName().equals("one")) {
                throw new IllegalStateException();
            }
            return method.getName();
        });
        return loader.loadClass("p.ResilientC")
                .getConstructor(api, Holdfast.class)
                .newInstance(delegate, Holdfast.builder().build());
    }

    private static Object call(Object client, String name) throws Throwable {
        Method method = client.getClass().getMethod(name);
        try {
            return method.invoke(client);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
