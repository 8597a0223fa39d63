package dev.holdfast.processor.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.holdfast.processor.Compiling;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What is returned before its answer is there is refused, by whatever library, and plain values are not. */
class LaterAnswersTest {

    /** Types of libraries, by the least that tells them. */
    private static final List<String> OF_LIBRARIES = List.of(
            "rx.Observable",
            "rx.Single",
            "rx.Completable",
            "io.reactivex.Single",
            "io.reactivex.Observable implements io.reactivex.ObservableSource",
            "io.reactivex.Flowable implements org.reactivestreams.Publisher",
            "reactor.core.publisher.Mono",
            "reactor.core.publisher.Flux implements org.reactivestreams.Publisher",
            "io.smallrye.mutiny.Uni",
            "io.vavr.concurrent.Future",
            "scala.concurrent.Future",
            "com.twitter.util.Future",
            "com.google.android.gms.tasks.Task",
            "com.google.common.util.concurrent.ListenableFuture",
            "com.google.common.util.concurrent.FluentFuture implements com.google.common.util.concurrent.ListenableFuture",
            "com.google.api.core.ApiFuture",
            "okhttp3.Call");

    /** Types that nobody has told the processor of, by their members. */
    private static final List<String> LATER = List.of(
            "interface HttpFuture<T> { void addListener(Runnable listener); }",
            "interface Promise { Promise onComplete(java.util.function.BiConsumer<String, Throwable> told); }",
            "interface Task<T> { Task<T> addOnCompleteListener(java.util.concurrent.Executor e, Told<T> told); }",
            "interface AsyncReply<T> { void whenComplete(Told<T> told); }",
            "interface MyDeferred<T> { void then(Told<T> told); }",
            "interface OrderCall { void enqueue(Told<String> told); }",
            "interface Completable { void subscribe(Observer observer); } interface Observer {}",
            "interface Lazy<T> extends Cold<T> {} interface Cold<T> { void subscribe(java.util.function.Consumer<T> c); }",
            "interface Uni<T> { void subscribe(); }",
            "abstract class Download implements Loading {} interface Loading extends LoadTask {}"
                    + " interface LoadTask { void onDone(Runnable then); }");

    /** Values, and clients of brokers that are returned as they are. */
    private static final List<String> PLAIN = List.of(
            "interface Task { String title(); Task then(String next); boolean done(); }",
            "record Promise(String delivery, java.time.Instant at) {}",
            "class Publisher { String name() { return null; } java.util.List<String> books() { return null; } }",
            "class Page<T> { java.util.List<T> items; Page<T> next() { return null; } }",
            "interface Bus { void subscribe(String topic, java.util.function.Consumer<String> told); }",
            "interface Topic<T> { void publish(T t); void subscribe(java.util.function.Consumer<T> told); }",
            "interface MailPublisher { void subscribe(String address); void send(String text); }",
            "class Newsletter<T> { void subscribe(String address) {} }",
            "class PhoneCall { int minutes; void enqueue(int priority) {} }",
            "abstract class Single<T> extends java.util.AbstractList<T> { public abstract void addListener(Runnable r); }",
            "class Stage { static void onComplete(Runnable r) {} int number; }");

    private static String name(String declaration) {
        return declaration.replaceFirst(".*?(?:interface|class|record) (\\w+).*", "$1");
    }

    private static Compilation compile(String first, String declaration) {
        String told = " interface Told<T> { void told(T value, Throwable failure); }";
        return Compiling.compile(
                "p.C",
                "package p; @dev.holdfast.annotations.Backoff interface C { " + first + "." + name(declaration)
                        + " get(); <X extends " + first + "." + name(declaration) + "> X any(); } class " + first
                        + " { "
                        + declaration + told + " }");
    }

    @Test
    void whatLooksLaterIsRefused() {
        for (String each : LATER) {
            assertThat(Compiling.messages(compile("In", each)))
                    .as(each)
                    .hasSize(2)
                    .allMatch(line -> line.contains("[holdfast:async-method]") && line.contains("Fix: "));
        }
    }

    @Test
    void whatLooksPlainIsTaken() {
        for (String each : PLAIN) {
            Compilation compilation = compile("In", each);
            assertThat(Compiling.messages(compilation)).as(each).noneMatch(line -> line.contains("error:"));
        }
    }

    @Test
    void whatLibrariesHaveIsRefused() {
        List<String> texts = new ArrayList<>();
        StringBuilder methods = new StringBuilder();
        for (String each : OF_LIBRARIES) {
            String[] parts = each.split(" implements ");
            methods.append(parts[0]).append("<String> m").append(texts.size()).append("(); ");
            texts.addAll(type(parts[0], parts.length == 1 ? "" : " extends " + parts[1] + "<T>"));
            if (parts.length > 1 && !texts.contains(parts[1])) {
                texts.addAll(type(parts[1], ""));
            }
        }
        List<JavaFileObject> sources = Compiling.sources(texts.toArray(new String[0]));
        sources.addAll(Compiling.sources(
                "p.C", "package p; @dev.holdfast.annotations.CircuitBreaker interface C { " + methods + " }"));

        assertThat(Compiling.messages(Compiling.compile(List.of(), sources)))
                .hasSameSizeAs(OF_LIBRARIES)
                .allMatch(line -> line.contains("[holdfast:async-method]"));
    }

    private static List<String> type(String name, String above) {
        int dot = name.lastIndexOf('.');
        return List.of(
                name,
                "package " + name.substring(0, dot) + "; public interface " + name.substring(dot + 1) + "<T>" + above
                        + " {}");
    }
}
