package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Overrides;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Clients whose methods return other clients. */
class FamilyBehaviourTest {

    private static final String HEAD = "package p; import dev.holdfast.annotations.*; import java.io.*;"
            + " import java.util.*; import java.util.concurrent.*;";

    private static final String CLOUD =
            HEAD + "public interface Cloud { Later later(); Chat chat(); Cloud with(String option);"
                    + " Open open(String name) throws IOException; List<Chat> chats(); String ping();"
                    + " interface Chat { Messages messages(); Chat with(String option); String send(String text); }"
                    + " interface Messages { String list(String from); int delete(String id) throws IOException; }"
                    + " interface Open extends AutoCloseable { String read(String name); void close(); }"
                    + " interface Later { Cloud now(); CompletableFuture<String> send(String text); } }";

    private static final String POLICIES = HEAD + "@CircuitBreaker(failureThreshold = 3)"
            + " @Backoff(maxAttempts = 2, baseDelay = \"0s\") @SuppressWarnings(\"holdfast:unprotected-methods\")";

    private static Harness client(Overrides overrides, String options, String body) {
        return new Harness(
                overrides,
                "p.Cloud",
                CLOUD,
                "p.Policy",
                POLICIES + "@Resilient(of = Cloud.class, nested = " + options + ") public interface Policy {" + body
                        + "}");
    }

    private static Harness client() {
        return client(null, "{Cloud.Chat.class, Cloud.Open.class, Cloud.Later.class}", "");
    }

    @Test
    void whatAPartSendsIsProtected() throws Throwable {
        Harness client = client();
        Object chat = client.answering(client.part("p.Cloud$Chat")).call("chat");
        client.throwing(new IllegalStateException()).answering("hello");
        assertThat(client.callOn(chat, "send", "hi")).isEqualTo("hello");
        Object messages = client.answering(client.part("p.Cloud$Messages")).callOn(chat, "messages");
        client.throwing(new IOException()).answering(1);
        assertThat(client.callOn(messages, "delete", "1")).isEqualTo(1);
        assertThat(client.calls()).isEqualTo(6);
    }

    @Test
    void allShareABreaker() throws Throwable {
        Harness client = client();
        Object chat = client.answering(client.part("p.Cloud$Chat")).call("chat");
        Object later = client.answering(client.part("p.Cloud$Later")).call("later");
        client.throwing(new IllegalStateException(), new IllegalStateException());
        assertThatThrownBy(() -> client.callOn(chat, "send", "hi")).isInstanceOf(IllegalStateException.class);
        client.answering(CompletableFuture.failedFuture(new IllegalStateException()));
        assertThat((CompletableFuture<?>) client.callOn(later, "send", "hi")).isCompletedExceptionally();
        assertThatThrownBy(() -> client.call("ping")).isInstanceOf(CircuitOpenException.class);
        assertThatThrownBy(() -> client.callOn(chat, "send", "hi"))
                .isInstanceOf(CircuitOpenException.class)
                .hasMessageContaining("'Policy'");
        Object messages = client.answering(client.part("p.Cloud$Messages")).callOn(chat, "messages");
        assertThatThrownBy(() -> client.callOn(messages, "list", "")).isInstanceOf(CircuitOpenException.class);
    }

    @Test
    void aPartIsTheSameWhileTheDelegatesIs() throws Throwable {
        Harness client = client();
        Object part = client.part("p.Cloud$Chat");
        Object chat = client.answering(part).call("chat");
        assertThat(client.answering(part).call("chat")).isSameAs(chat).isNotSameAs(part);
        assertThat(client.answering(client.part("p.Cloud$Chat")).call("chat")).isNotSameAs(chat);
        assertThat(client.answering((Object) null).call("chat")).isNull();
    }

    @Test
    void aVariantIsProtectedToo() throws Throwable {
        Harness client = client();
        assertThat(client.answering(client.delegate()).call("with", "a")).isSameAs(client.client());
        Object variant = client.answering(client.otherDelegate()).call("with", "a");
        client.throwing(new IllegalStateException()).answering("pong");
        assertThat(client.callOn(variant, "ping")).isEqualTo("pong");
        assertThat(variant).hasSameClassAs(client.client());
        Object chat = client.answering(client.part("p.Cloud$Chat")).callOn(variant, "chat");
        Object other = client.answering(client.part("p.Cloud$Chat")).callOn(chat, "with", "b");
        client.throwing(new IllegalStateException()).answering("hello");
        assertThat(client.callOn(other, "send", "hi")).isEqualTo("hello");
    }

    @Test
    void aCircleLeadsToProtectedClients() throws Throwable {
        Harness client = client();
        Object later = client.answering(client.part("p.Cloud$Later")).call("later");
        Object now = client.answering(client.otherDelegate()).callOn(later, "now");
        client.throwing(new IllegalStateException()).answering("pong");
        assertThat(client.callOn(now, "ping")).isEqualTo("pong");
    }

    @Test
    void aNamedClientIsMadeWithoutACall() throws Throwable {
        Harness client = client();
        client.throwing(new IOException());
        client.answering(client.part("p.Cloud$Open"));
        Object open = client.call("open", "a");
        assertThat(client.calls()).isEqualTo(2);
        client.throwing(new IllegalStateException()).answering("text");
        assertThat(client.callOn(open, "read", "a")).isEqualTo("text");
    }

    @Test
    void whatIsInACollectionStaysAsItIs() throws Throwable {
        Harness client = client();
        List<Object> chats = List.of(client.part("p.Cloud$Chat"));
        assertThat(client.answering(chats).call("chats")).isSameAs(chats);
    }

    @Test
    void anExemptMethodReturnsTheDelegatesClient() throws Throwable {
        Harness client = client(null, "Cloud.class, exempt = \"Cloud#chat|Cloud.Later#*\"", "");
        Object part = client.part("p.Cloud$Chat");
        assertThat(client.answering(part).call("chat")).isSameAs(part);
        Object later = client.answering(client.part("p.Cloud$Later")).call("later");
        client.answering(CompletableFuture.failedFuture(new IllegalStateException()));
        client.callOn(later, "send", "hi");
        assertThat(client.calls()).isEqualTo(3);
    }

    @Test
    void anInterfaceInThePolicySetsThoseOfAPart() throws Throwable {
        Harness client = client(
                null,
                "Cloud.Chat.class",
                "@Backoff(maxAttempts = 3, baseDelay = \"0s\") interface Chat extends Cloud.Chat {"
                        + " @Exempt Cloud.Chat with(String option); }"
                        + " interface Messages extends Cloud.Messages { @Fallback(\"none\") String list(String from);"
                        + " @Backoff(maxAttempts = 1) int delete(String id); static String none(String from) { return from; } }");
        Object chat = client.answering(client.part("p.Cloud$Chat")).call("chat");
        Object messages = client.answering(client.part("p.Cloud$Messages")).callOn(chat, "messages");
        Object other = client.part("p.Cloud$Chat");
        assertThat(client.answering(other).callOn(chat, "with", "a")).isSameAs(other);
        client.throwing(new IOException());
        assertThatThrownBy(() -> client.callOn(messages, "delete", "1")).isInstanceOf(IOException.class);
        client.throwing(new IllegalStateException()).answering("pong");
        assertThat(client.call("ping")).isEqualTo("pong");
        client.throwing(new IllegalStateException(), new IllegalStateException())
                .answering("hello");
        assertThat(client.callOn(chat, "send", "hi")).isEqualTo("hello");
        client.throwing(new IllegalStateException(), new IllegalStateException());
        assertThat(client.callOn(messages, "list", "a")).isEqualTo("a");
        assertThat(client.calls()).isEqualTo(11);
    }

    /** It need not have all methods, where one that extends the part's interface would inherit them. */
    @Test
    void anInterfaceInThePolicyNamesThePartThatItIsFor() throws Throwable {
        Harness client = client(
                null,
                "Cloud.Chat.class",
                "@Resilient(of = Cloud.Messages.class) interface Mail {"
                        + " @Backoff(maxAttempts = 1) int delete(String id); }");
        Object chat = client.answering(client.part("p.Cloud$Chat")).call("chat");
        Object messages = client.answering(client.part("p.Cloud$Messages")).callOn(chat, "messages");
        client.throwing(new IOException());
        assertThatThrownBy(() -> client.callOn(messages, "delete", "1")).isInstanceOf(IOException.class);
        client.throwing(new IllegalStateException()).answering("text");
        assertThat(client.callOn(messages, "list", "a")).isEqualTo("text");
        assertThat(client.calls()).isEqualTo(5);
    }

    @Test
    void overridesNameThePart() throws Throwable {
        Properties properties = new Properties();
        properties.setProperty("p.Policy/Cloud_Chat#send/Backoff/maxAttempts", "1");
        Harness client = client(Overrides.of(properties), "Cloud.Chat.class, keys = true", "");
        Object chat = client.answering(client.part("p.Cloud$Chat")).call("chat");
        client.throwing(new IllegalStateException("1"));
        assertThatThrownBy(() -> client.callOn(chat, "send", "hi")).hasMessage("1");
        assertThat(client.key("CLOUD_CHAT_SEND")).isEqualTo("p.Policy/Cloud_Chat#send/");
        properties.setProperty("p.Policy/Cloud_Chat#sent/Backoff/maxAttempts", "1");
        assertThatThrownBy(() -> client(Overrides.of(properties), "Cloud.Chat.class", ""))
                .hasRootCauseMessage(
                        "Override p.Policy/Cloud_Chat#sent/Backoff/maxAttempts: No protected method is called"
                                + " Cloud_Chat#sent (did you mean Cloud_Chat#send?)");
    }

    @Test
    void aSharedInstanceOfAPartsMethodHasItsKey() throws Throwable {
        Properties properties = new Properties();
        properties.setProperty("p.Policy/Cloud_Messages#list/CircuitBreaker/failureThreshold", "1");
        Harness client = client(
                Overrides.of(properties),
                "Cloud.Chat.class",
                "interface Messages extends Cloud.Messages {"
                        + " @CircuitBreaker(name = \"list\") @Backoff(maxAttempts = 1) String list(String from); }");
        Object chat = client.answering(client.part("p.Cloud$Chat")).call("chat");
        Object messages = client.answering(client.part("p.Cloud$Messages")).callOn(chat, "messages");
        client.throwing(new IllegalStateException());
        assertThatThrownBy(() -> client.callOn(messages, "list", "")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> client.callOn(messages, "list", ""))
                .isInstanceOf(CircuitOpenException.class)
                .hasMessageContaining("'list'");
    }

    @Test
    void partsWithOneNameAreToldApartByTheirPackages() {
        String part = "public interface Files { String read(String name); }";
        var compilation = Compiling.compile(
                "a.b.one.Files",
                "package a.b.one; " + part,
                "a.b.two.Files",
                "package a.b.two; " + part,
                "a.b.Cloud",
                "package a.b; public interface Cloud { a.b.one.Files one(); a.b.two.Files two(); }",
                "p.Policy",
                "package p; import dev.holdfast.annotations.*; @Backoff"
                        + " @Resilient(of = a.b.Cloud.class, nested = a.b.Cloud.class, keys = true) public interface Policy {}");
        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(Compiling.generated(compilation).get("ResilientCloud.java"))
                .contains(
                        "class ResilientOneFiles implements Files",
                        "class ResilientTwoFiles implements a.b.two.Files",
                        "\"p.Policy/OneFiles#read/\"",
                        "\"Policy.TwoFiles#read\"");
    }

    /** Nested classes inherit the names of their interfaces' types. */
    @Test
    void typesOfAPartDoNotHideThoseOfTheClass() {
        var compilation = Compiling.compile(
                "p.Cloud",
                HEAD + "public interface Cloud { Chat chat(); interface Chat { String ANSWERS = \"\";"
                        + " int send(String shared, int guards, int delegate) throws Failure; Part shared(); Part delegate();"
                        + " Chat guards(); Chat known(Chat result); class Shared {} class CloudGuards {} class Cloud_ChatGuards {}"
                        + " class ResilientCloud_Part {} class Answers {} class Builder {} }"
                        + " interface Part { String get(String known); }"
                        + " class Failure extends Exception { private static final long serialVersionUID = 1;"
                        + " public int statusCode() { return 500; } } }",
                "p.Policy",
                HEAD + "@Backoff @Resilient(of = Cloud.class, nested = Cloud.class) public interface Policy {}");
        assertThat(Compiling.messages(compilation)).isEmpty();
    }

    /** A library's method may return null whatever a package says of types without a mark. */
    @Test
    void aNullMarkedClassMayReturnNoClient() {
        var compilation = Compiling.compile(
                "p.package-info",
                "@org.jspecify.annotations.NullMarked package p;",
                "p.Cloud",
                "package p; public interface Cloud { Chat chat(); interface Chat { String send(String text); } }",
                "p.Policy",
                "package p; import dev.holdfast.annotations.*;"
                        + " @Backoff @Resilient(of = Cloud.class, nested = Cloud.class) public interface Policy {}");
        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(Compiling.generated(compilation).get("ResilientCloud.java"))
                .contains("@SuppressWarnings({\"NullAway\", \"all\"})", "private @Nullable ResilientCloud_Chat chat;");
    }
}
