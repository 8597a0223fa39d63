package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Overrides;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Clients that have the methods of a library's class. */
class ClassTargetTest extends ClassBehaviour {

    /** Answers as it is told, in the superclass too, which nobody outside can name. */
    private static final String LIBRARY = "package lib; import java.io.*; import java.util.*;"
            + " import java.util.concurrent.*;"
            + " abstract class Base<S extends Base<S>> implements Closeable {"
            + "  protected Callable<Object> answers;"
            + "  @SuppressWarnings(\"unchecked\") <T> T next() {"
            + "   try { return (T) answers.call(); } catch (RuntimeException e) { throw e; }"
            + "   catch (Exception e) { throw new IllegalStateException(e); } }"
            + "  public final S withDeadline(long millis) { return build(millis); }"
            + "  protected abstract S build(long millis);"
            + "  public String ping(String text) { return next(); }"
            + "  public void close() { next(); } }";

    private static final String CLIENT = "package lib; import java.io.*; import java.util.*;"
            + " import java.util.concurrent.*;"
            + " public class Client extends Base<Client> {"
            + "  private final long millis; private int size;"
            + "  public Client(Callable<Object> answers) { this(answers, 0); }"
            + "  private Client(Callable<Object> answers, long millis) { this.answers = answers; this.millis = millis; }"
            + "  public static Client create() { return null; }"
            + "  protected Client build(long millis) { return millis == 0 ? this : new Client(answers, millis); }"
            + "  public final String load(String key) throws IOException { return next(); }"
            + "  public String load(String key, int... sizes) throws IOException { return key + sizes.length + next(); }"
            + "  public <T extends Comparable<T>> T first(List<? extends T> list) { return next(); }"
            + "  public CompletableFuture<String> later() { return next(); }"
            + "  public Iterator<String> stream() { return next(); }"
            + "  public Client connect(String region) throws IOException { return next(); }"
            + "  public int getSize() { return size; } public void setSize(int size) { this.size = size; }"
            + "  public long millis() { return millis; }"
            + "  public Client parent() { return null; }"
            + "  @Override public boolean equals(Object other) { return other instanceof Client; }"
            + "  @Override public int hashCode() { return 7; }"
            + "  @Override public String toString() { return \"client \" + millis; } }";

    private static Compilation compilation(String... sources) {
        String[] all = Arrays.copyOf(new String[] {"lib.Base", LIBRARY, "lib.Client", CLIENT}, 4 + sources.length);
        System.arraycopy(sources, 0, all, 4, sources.length);
        Compilation compilation = Compiling.compile(all);
        assertThat(Compiling.messages(compilation)).isEmpty();
        return compilation;
    }

    private Object client(String policy) {
        return client(null, policy);
    }

    private Object client(@Nullable Overrides overrides, String policy) {
        return client(overrides, compilation("p.Policy", HEAD + policy));
    }

    private Object client(@Nullable Overrides overrides, Compilation compilation) {
        try {
            ClassLoader loader = Compiling.load(compilation);
            Callable<Object> script = () -> {
                calls++;
                return answers.remove().call();
            };
            Object delegate = loader.loadClass("lib.Client")
                    .getConstructor(Callable.class)
                    .newInstance(script);
            Holdfast holdfast = overrides == null
                    ? time.holdfast().random(bound -> 0).build()
                    : time.holdfast().random(bound -> 0).overrides(overrides).build();
            return Arrays.stream(loader.loadClass("p.ResilientClient").getConstructors())
                    .filter(each -> each.getParameterCount() == 2)
                    .findFirst()
                    .orElseThrow()
                    .newInstance(delegate, holdfast);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object client() {
        return client(POLICIES + "@Resilient(of = lib.Client.class)"
                + " @SuppressWarnings(\"holdfast:unprotected-methods\") public interface Policy {"
                + " @Backoff(maxAttempts = 1) String ping(String text); @Exempt long millis(); }");
    }

    @Test
    void methodsAreProtectedThatAreFinalOverloadedGenericOrInherited() throws Throwable {
        Object client = client();
        RuntimeException failure = new IllegalStateException();
        answer(failure, "data", failure, "more", failure, 5, failure);
        assertThat(call(client, "load", "a")).isEqualTo("data");
        assertThat(call(client, "load", "a", new int[] {1, 2})).isEqualTo("a2more");
        assertThat(call(client, "first", List.of(5))).isEqualTo(5);
        assertThatThrownBy(() -> call(client, "ping", "a")).isSameAs(failure);
        assertThat(calls).isEqualTo(7);
    }

    @Test
    void itHasThePublicInstanceMethodsAndIsClosedLikeTheClass() throws Throwable {
        Object client = client();
        assertThat(methods(client))
                .containsExactly(
                        "builder",
                        "close",
                        "connect",
                        "first",
                        "getSize",
                        "later",
                        "load",
                        "millis",
                        "parent",
                        "ping",
                        "setSize",
                        "stream",
                        "toString",
                        "withDeadline");
        assertThat(client).isInstanceOf(Closeable.class);
        assertThat(client.toString()).isEqualTo("ResilientClient of client 0");
        assertThat(client).isNotEqualTo(client());
    }

    @Test
    void aClientThatAMethodReturnsHasTheSameBreaker() throws Throwable {
        Object client = client();
        Object other = call(client, "withDeadline", 5L);
        assertThat(other.getClass()).isSameAs(client.getClass());
        assertThat(other.toString()).isEqualTo("ResilientClient of client 5");
        assertThat(call(client, "withDeadline", 0L)).isSameAs(client);
        assertThat(call(client, "parent")).isNull();
        answer(new IllegalStateException(), new IllegalStateException());
        assertThatThrownBy(() -> call(other, "load", "a")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> call(client, "load", "a")).isInstanceOf(CircuitOpenException.class);
        assertThatThrownBy(() -> call(call(other, "withDeadline", 9L), "load", "a"))
                .isInstanceOf(CircuitOpenException.class);
        assertThat(calls).isEqualTo(2);
    }

    @Test
    void aProtectedMethodMayReturnAClientToo() throws Throwable {
        Object client = client();
        Object delegate = call(client, "withDeadline", 5L);
        answer(new IOException(), null);
        assertThat(call(client, "connect", "eu")).isNull();
        assertThat(calls).isEqualTo(2);
        assertThat(delegate.getClass().getMethod("connect", String.class).getReturnType())
                .isSameAs(client.getClass());
    }

    @Test
    void propertiesAndWhatClosesTouchNoBreaker() throws Throwable {
        Object client = client();
        answer(new IllegalStateException());
        answer(new IllegalStateException());
        assertThatThrownBy(() -> call(client, "load", "a")).isInstanceOf(IllegalStateException.class);
        call(client, "setSize", 3);
        assertThat(call(client, "getSize")).isEqualTo(3);
        assertThat(call(client, "millis")).isEqualTo(0L);
        answer(List.of("x").iterator());
        call(client, "stream");
        answer((Object) null);
        call(client, "close");
        assertThatThrownBy(() -> call(client, "load", "a")).isInstanceOf(CircuitOpenException.class);
    }

    @Test
    void onlyWhatIsIncludedOrNamedIsInTheClass() {
        Object client = client(POLICIES + "@Resilient(of = lib.Client.class, include = \"load\", exempt = \"stream\")"
                + " public interface Policy { @Backoff(maxAttempts = 1) String ping(String text); }");
        assertThat(methods(client))
                .containsExactly(
                        "builder", "close", "connect", "load", "parent", "ping", "stream", "toString", "withDeadline");
    }

    @Test
    void overridesNameThePolicyInterface() {
        Properties properties = new Properties();
        properties.setProperty("p.Policy/load/Backoff/maxAttempts", "1");
        Object client = client(
                Overrides.of(properties),
                POLICIES + "@Resilient(of = lib.Client.class) @SuppressWarnings(\"holdfast:unprotected-methods\")"
                        + " public interface Policy {}");
        answer(new IOException("down"));
        assertThatThrownBy(() -> call(client, "load", "a")).hasRootCauseMessage("down");
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void aFallbackMayAnswerWithAClient() throws Throwable {
        Object client =
                client(POLICIES + "@Resilient(of = lib.Client.class, include = \"load\") public interface Policy {"
                        + " @Backoff(maxAttempts = 1) @Fallback(\"other\") lib.Client connect(String region);"
                        + " static lib.Client other(String region) { return new lib.Client(() -> \"other\"); } }");
        answer(new IllegalStateException());
        Object other = call(client, "connect", "eu");
        assertThat(call(other, "load", "a")).isEqualTo("other");
        assertThat(other.getClass()).isSameAs(client.getClass());
    }

    @Test
    void aFallbackMayAnswerWithNoClient() throws Throwable {
        for (String marked : List.of("", "@org.jspecify.annotations.NullMarked ")) {
            Object client = client(marked + POLICIES
                    + "@Resilient(of = lib.Client.class, include = \"load\") public interface Policy {"
                    + " @Backoff(maxAttempts = 1) @Fallback(\"none\") lib.Client connect(String region);"
                    + " static lib.@org.jspecify.annotations.Nullable Client none(String region) { return null; } }");
            answer(new IllegalStateException());
            assertThat(call(client, "connect", "eu")).isNull();
        }
    }

    @Test
    void theClassHasWhatReturnsAnIncludedType() {
        Object client = client(POLICIES + "@Resilient(of = lib.Client.class, includeReturning = {Comparable.class,"
                + " String.class}, exemptReturning = Iterator.class) public interface Policy {}");
        assertThat(methods(client))
                .containsExactly(
                        "builder",
                        "close",
                        "connect",
                        "first",
                        "later",
                        "load",
                        "parent",
                        "ping",
                        "stream",
                        "toString",
                        "withDeadline");
    }

    @Test
    void aSecondClientOfTheClassMayAnswer() throws Throwable {
        Compilation compilation = compilation(
                "p.Policy",
                HEAD + POLICIES + "@Resilient(of = lib.Client.class, include = \"load\") public interface Policy {"
                        + " @Fallback String ping(String text); }",
                "p.User",
                HEAD + "public class User { public String use(String text) {"
                        + " lib.Client down = new lib.Client(() -> { throw new IllegalStateException(); });"
                        + " return new ResilientClient(down, new lib.Client(() -> text)).withDeadline(5).ping(text); } }");
        ClassLoader loader = Compiling.load(compilation);
        Object user = loader.loadClass("p.User").getConstructor().newInstance();
        assertThat(call(user, "use", "second")).isEqualTo("second");
    }

    @Test
    void resultsKeepTheirMarksForNull() {
        Compilation compilation = Compiling.compile(
                "lib.Node",
                "package lib; import org.jspecify.annotations.*; @NullMarked public class Node<T> {"
                        + " public String load() { return \"\"; } public Node<T> same() { return this; }"
                        + " public @Nullable Node<T> parent() { return null; } }",
                "p.Policy",
                "package p; import dev.holdfast.annotations.*; @Backoff @org.jspecify.annotations.NullMarked"
                        + " @Resilient(of = lib.Node.class, interfaceName = \"Nodes\") public interface Policy {}");
        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(Compiling.generated(compilation).get("Nodes.java"))
                .contains("@Nullable Nodes<T> parent();", "Nodes<T> same();");
        assertThat(Compiling.generated(compilation).get("ResilientNode.java"))
                .contains("return result == null ? null : wrap(result);", "return wrap(result);");
    }

    /** Avaje would refuse a class that says that it provides what it is no subtype of. */
    @Test
    void aFrameworkCreatesTheClassAsNoClientOfTheLibrary() {
        Compilation compilation = compilation(
                "jakarta.inject.Singleton",
                "package jakarta.inject; public @interface Singleton {}",
                "jakarta.inject.Inject",
                "package jakarta.inject; public @interface Inject {}",
                "jakarta.inject.Named",
                "package jakarta.inject; public @interface Named { String value(); }",
                "io.avaje.inject.BeanTypes",
                "package io.avaje.inject; public @interface BeanTypes { Class<?>[] value(); }",
                "p.Policy",
                HEAD + POLICIES + "@Resilient(of = lib.Client.class, include = \"load\", interfaceName = \"Api\","
                        + " inject = Inject.JAKARTA) public interface Policy {}");
        assertThat(Compiling.generated(compilation).get("ResilientClient.java"))
                .contains("@Singleton", "@Inject", "@Named(\"unprotected\") Client delegate", "implements Api")
                .doesNotContain("BeanTypes");
        assertThat(Compiling.generated(compilation).get("Api.java")).doesNotContain("@Singleton");
    }

    @Test
    void aFakeImplementsTheInterfaceThatIsAskedFor() throws Throwable {
        Compilation compilation = compilation(
                "p.Policy",
                HEAD + POLICIES + "@Resilient(of = lib.Client.class, include = \"load\", interfaceName = \"*Api\")"
                        + " public interface Policy {}",
                "p.Fake",
                HEAD + "public class Fake implements ClientApi {"
                        + " public String load(String key) { return \"fake\"; }"
                        + " public String load(String key, int... sizes) { return \"fake\"; }"
                        + " public ClientApi withDeadline(long millis) { return this; }"
                        + " public ClientApi parent() { return this; }"
                        + " public ClientApi connect(String region) { return this; }"
                        + " public void close() {} }",
                "p.User",
                HEAD + "public class User { public String use(ClientApi api) throws IOException {"
                        + " try (ClientApi closed = api) { return closed.withDeadline(5).load(\"a\"); } } }");
        ClassLoader loader = Compiling.load(compilation);
        Object user = loader.loadClass("p.User").getConstructor().newInstance();
        Object fake = loader.loadClass("p.Fake").getConstructor().newInstance();
        assertThat(call(user, "use", fake)).isEqualTo("fake");
        Object client = client(null, compilation);
        assertThat(Arrays.stream(client.getClass().getInterfaces()).map(Class::getName))
                .containsExactly("p.ClientApi");
    }
}
