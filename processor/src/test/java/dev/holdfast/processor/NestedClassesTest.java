package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Overrides;
import java.io.Closeable;
import java.util.Arrays;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Classes that the methods of a library's class return. */
class NestedClassesTest extends ClassBehaviour {

    /** A client whose classes hand out others, and an interface that one of them implements. */
    private static final String[] CLOUD = {
        "lib.Cloud",
        "package lib; import java.util.concurrent.*; public class Cloud implements AutoCloseable {"
                + " final Callable<Object> answers; private final Files files;"
                + " public Cloud(Callable<Object> answers) { this.answers = answers; files = new Files(this); }"
                + " public Files files() { return files; }"
                + " public Files filesIn(String region) { return region == null ? null : new Files(this); }"
                + " public Queue queue() { return text -> next(); }"
                + " public Index<String> index() { return new Index<>(this); }"
                + " public Cloud with(String option) { return new Cloud(answers); }"
                + " public Cloud same() { return this; }"
                + " public Object ping() { return next(); }"
                + " public void close() { }"
                + " Object next() { try { return answers.call(); } catch (RuntimeException e) { throw e; }"
                + " catch (Exception e) { throw new IllegalStateException(e); } } }",
        "lib.Files",
        "package lib; public final class Files implements java.io.Closeable { private final Cloud cloud;"
                + " Files(Cloud cloud) { this.cloud = cloud; }"
                + " public Object read(String name) { return cloud.next(); }"
                + " public Index<Integer> index() { return new Index<>(cloud); }"
                + " public Cloud cloud() { return cloud; } public Files files() { return this; }"
                + " public Files copy() { return new Files(cloud); }"
                + " public void close() { } @Override public String toString() { return \"files\"; } }",
        "lib.Queue",
        "package lib; public interface Queue { Object send(String text); }",
        "lib.Index",
        "package lib; public class Index<K> { private final Cloud cloud; Index(Cloud cloud) { this.cloud = cloud; }"
                + " public Object find(K key) { return cloud.next(); } public Index<K> sorted() { return this; } }"
    };

    private Object cloud(String options) throws ReflectiveOperationException {
        return cloud(null, options);
    }

    private Object cloud(@Nullable Overrides overrides, String options) throws ReflectiveOperationException {
        return cloud(overrides, options, "");
    }

    private Object cloud(@Nullable Overrides overrides, String options, String body)
            throws ReflectiveOperationException {
        String[] sources = Arrays.copyOf(CLOUD, CLOUD.length + 2);
        sources[CLOUD.length] = "p.Policy";
        sources[CLOUD.length + 1] = HEAD + POLICIES + "@Resilient(of = lib.Cloud.class, " + options
                + ") public interface Policy {" + body + "}";
        Compilation compilation = Compiling.compile(sources);
        assertThat(Compiling.messages(compilation)).isEmpty();
        ClassLoader loader = Compiling.load(compilation);
        Callable<Object> script = () -> {
            calls++;
            return answers.remove().call();
        };
        Object delegate =
                loader.loadClass("lib.Cloud").getConstructor(Callable.class).newInstance(script);
        Holdfast context = overrides == null
                ? time.holdfast().random(bound -> 0).build()
                : time.holdfast().random(bound -> 0).overrides(overrides).build();
        return loader.loadClass("p.ResilientCloud")
                .getConstructor(delegate.getClass(), Holdfast.class)
                .newInstance(delegate, context);
    }

    private static final String ALL_NESTED = "nested = {lib.Files.class, lib.Queue.class, lib.Index.class}";

    @Test
    void otherClassesThatAMethodReturnsAreProtectedAndShareTheBreaker() throws Throwable {
        Object cloud = cloud(ALL_NESTED);
        Object files = call(cloud, "files");
        answer(new IllegalStateException(), "data");
        assertThat(call(files, "read", "a")).isEqualTo("data");
        answer(new IllegalStateException(), new IllegalStateException());
        assertThatThrownBy(() -> call(call(call(files, "index"), "sorted"), "find", 5))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> call(call(cloud, "queue"), "send", "a")).isInstanceOf(CircuitOpenException.class);
        assertThatThrownBy(() -> call(call(cloud, "index"), "find", "a")).isInstanceOf(CircuitOpenException.class);
        assertThatThrownBy(() -> call(call(cloud, "with", "a"), "ping")).isInstanceOf(CircuitOpenException.class);
        assertThatThrownBy(() -> call(call(files, "cloud"), "ping")).isInstanceOf(CircuitOpenException.class);
        assertThat(calls).isEqualTo(4);
    }

    @Test
    void theDecoratorOfANestedClassStaysTheSameAsItsDelegateDoes() throws Throwable {
        Object cloud = cloud(ALL_NESTED);
        Object files = call(cloud, "files");
        assertThat(call(cloud, "files")).isSameAs(files);
        assertThat(call(files, "files")).isSameAs(files);
        assertThat(call(cloud, "same")).isSameAs(cloud);
        assertThat(call(files, "copy")).isNotSameAs(files).hasSameClassAs(files);
        assertThat(call(cloud, "filesIn", (Object) null)).isNull();
        assertThat(files).isInstanceOf(Closeable.class).hasToString("ResilientFiles of files");
        assertThat(files.getClass().getName()).isEqualTo("p.ResilientCloud$ResilientFiles");
        assertThat(methods(files)).containsExactly("close", "cloud", "copy", "files", "index", "read", "toString");
    }

    @Test
    void patternsAndOverridesNameMethodsOfNestedClasses() throws Throwable {
        Properties properties = new Properties();
        properties.setProperty("p.Policy/Files#read/Backoff/maxAttempts", "1");
        Object cloud = cloud(
                Overrides.of(properties),
                "nested = lib.Files.class, include = \"files|Files#read|ping\", exempt = \"Files#index\"");
        assertThat(methods(cloud)).containsExactly("builder", "close", "files", "ping", "same", "toString", "with");
        Object files = call(cloud, "files");
        assertThat(methods(files)).containsExactly("close", "copy", "files", "index", "read", "toString");
        answer(new IllegalStateException());
        assertThatThrownBy(() -> call(files, "read", "a")).isInstanceOf(IllegalStateException.class);
        assertThat(call(files, "index").getClass().getName()).isEqualTo("lib.Index");
        answer(new IllegalStateException());
        assertThatThrownBy(() -> call(call(cloud, "same"), "ping")).isInstanceOf(IllegalStateException.class);
        assertThat(calls).isEqualTo(2);
    }

    /** No interface can extend a class. */
    @Test
    void anInterfaceInThePolicyHasSettingsForANestedClass() throws Throwable {
        Object cloud = cloud(
                null,
                "nested = {lib.Files.class, lib.Index.class}, include = \"files|ping|Files#index|Index#find\"",
                "@CircuitBreaker(failureThreshold = 9) @Resilient(of = lib.Index.class) interface OfIndex {}"
                        + " @Resilient(of = lib.Files.class) interface OfFiles {"
                        + " @Backoff(maxAttempts = 1) Object read(String name); }");
        Object files = call(cloud, "files");
        assertThat(methods(files)).containsExactly("close", "copy", "files", "index", "read", "toString");
        answer(new IllegalStateException());
        assertThatThrownBy(() -> call(files, "read", "a")).isInstanceOf(IllegalStateException.class);
        Object index = call(files, "index");
        answer(new IllegalStateException(), new IllegalStateException(), "found");
        assertThat(call(index, "find", 5)).isEqualTo("found");
        assertThat(calls).isEqualTo(4);
    }

    /** Users name the nested classes. */
    @Test
    void nestedClassesArePublicWhereTheClassIs() throws Throwable {
        String[] sources = Arrays.copyOf(CLOUD, CLOUD.length + 4);
        sources[CLOUD.length] = "p.Policy";
        sources[CLOUD.length + 1] = HEAD + POLICIES + "@Resilient(of = lib.Cloud.class, nested = lib.Files.class,"
                + " className = \"My*\", exempt = \"queue|index\") public interface Policy {}";
        sources[CLOUD.length + 2] = "user.User";
        sources[CLOUD.length + 3] = "package user; import p.*; public class User {"
                + " public Object use(MyCloud cloud) throws Exception { try (MyCloud.MyFiles files = cloud.files()) {"
                + " return files.read(\"a\"); } } }";
        assertThat(Compiling.messages(Compiling.compile(sources))).isEmpty();
    }
}
