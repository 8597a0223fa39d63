package dev.holdfast.it.clients;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.holdfast.testkit.Artifacts;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Interfaces over many versions of many client libraries: what is generated compiles without a warning, and reads status and
 * headers from the members that this version has. Where answers can be made without a server, they are also read. What it reads stands in the resources, a file for each version, which
 * {@code -Dgolden.update=true} rewrites.
 */
class ClientMatrixIT {

    private static final Path EXPECTED = Path.of("src/test/resources/matrix");

    /** The class in a generated one that reads answers. */
    private static final Pattern HINT = Pattern.compile(
            "^    private static final class Answers implements .*?^    }\\n", Pattern.DOTALL | Pattern.MULTILINE);

    @ParameterizedTest
    @Timeout(20)
    @FieldSource("dev.holdfast.it.clients.Library#ALL")
    void readsTheMembersOfThisVersion(Library library, @TempDir Path output) throws Exception {
        assumeTrue(Runtime.version().feature() >= library.release(), "its class files need a newer JDK");

        compile(library, output);

        String hints = hints(Files.readString(output.resolve("matrix/ResilientApi.java")));
        Path expected = EXPECTED.resolve(library.name() + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(EXPECTED);
            Files.writeString(expected, hints);
        }
        assertThat(hints).isEqualTo(Files.readString(expected));
        try (URLClassLoader loader = loader(library, output)) {
            for (Object sample : (List<?>) ((Supplier<?>) instance(loader, "matrix.Samples")).get()) {
                assertObeyed(sample, loader);
            }
        }
    }

    /** 429 with {@code Retry-After: 0}: tried again, and at once, not after the default delay. */
    private static void assertObeyed(Object sample, ClassLoader loader) throws Exception {
        Class<?> api = loader.loadClass("matrix.Api");
        AtomicInteger calls = new AtomicInteger();
        Object plain = Proxy.newProxyInstance(loader, new Class<?>[] {api}, (proxy, method, arguments) -> {
            if (calls.getAndIncrement() > 0) {
                return null;
            }
            if (sample instanceof Throwable failure) {
                throw failure;
            }
            return sample;
        });
        Object client =
                loader.loadClass("matrix.ResilientApi").getConstructor(api).newInstance(plain);

        method(api, sample).invoke(client, "x");

        assertThat(calls).as(sample.toString()).hasValue(2);
    }

    /** The method of the interface that gives such an answer. */
    private static Method method(Class<?> api, Object sample) {
        return Stream.of(api.getMethods())
                .filter(each -> sample instanceof Throwable
                        ? each.getReturnType() == String.class
                        : each.getReturnType().isInstance(sample))
                .findFirst()
                .orElseThrow();
    }

    private static Object instance(ClassLoader loader, String name) throws ReflectiveOperationException {
        return loader.loadClass(name).getConstructor().newInstance();
    }

    private static URLClassLoader loader(Library library, Path output) throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(output.toUri().toURL());
        for (String jar : classPath(library).split(File.pathSeparator)) {
            urls.add(Path.of(jar).toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
    }

    private static void compile(Library library, Path output) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        boolean compiled = compiler.getTask(
                        messages,
                        null,
                        null,
                        options(library, output),
                        null,
                        List.of(
                                new Source("Api", library.source()),
                                new Source("Samples", Samples.source(library.samples()))))
                .call();
        assertThat(messages.toString()).isEmpty();
        assertThat(compiled).isTrue();
    }

    private static List<String> options(Library library, Path output) throws IOException {
        return List.of(
                "--release",
                String.valueOf(library.release()),
                "-Xlint:all,-processing",
                "-Werror",
                "-d",
                output.toString(),
                "-classpath",
                classPath(library),
                "-processorpath",
                Artifacts.processor());
    }

    private static String classPath(Library library) throws IOException {
        try (Stream<Path> jars = Files.list(Path.of(Artifacts.property("holdfast.clients"), library.name()))) {
            return Stream.concat(
                            Stream.of(Artifacts.api()), jars.map(Path::toString).sorted())
                    .collect(joining(File.pathSeparator));
        }
    }

    private static String hints(String generated) {
        return HINT.matcher(generated).results().map(MatchResult::group).collect(joining("\n"));
    }

    /** A source file in memory. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///matrix/" + name + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
