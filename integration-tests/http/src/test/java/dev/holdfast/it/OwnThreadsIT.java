package dev.holdfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.Artifacts;
import dev.holdfast.testkit.Jvm;
import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the threads that Holdfast makes need of the program, and keep of it. */
@Timeout(120)
class OwnThreadsIT {

    private static final String CLIENT = """
            package app;

            import dev.holdfast.annotations.Backoff;
            import dev.holdfast.annotations.Jitter;
            import dev.holdfast.annotations.Timeout;
            import java.util.concurrent.CompletableFuture;

            interface Client {
                @Backoff(maxAttempts = 2, baseDelay = "20ms")
                CompletableFuture<String> retried();

                @Backoff(maxAttempts = 2, baseDelay = "10m", maxDelay = "10m", jitter = Jitter.EQUAL)
                CompletableFuture<String> retriedLater();

                @Timeout("20ms")
                CompletableFuture<String> limited();
            }
            """;

    private static final String APP = """
            package app;

            import dev.holdfast.runtime.Holdfast;
            import java.io.IOException;
            import java.util.concurrent.CompletableFuture;
            import java.util.concurrent.ExecutionException;

            public final class App implements Client {
                private static final InheritableThreadLocal<App> TENANT = new InheritableThreadLocal<>();
                private int calls;

                public static void main(String[] args) throws Exception {
                    try (Holdfast holdfast = Holdfast.builder().build()) {
                        use(holdfast);
                    }
                }

                public static void useDefaults() throws Exception {
                    use(Holdfast.defaults());
                }

                public static CompletableFuture<String> waitInDefaults() {
                    return new ResilientClient(new App()).retriedLater();
                }

                private static void use(Holdfast holdfast) throws Exception {
                    TENANT.set(new App());
                    Client client = new ResilientClient(new App(), holdfast);
                    System.out.println(client.retried().get());
                    try {
                        System.out.println(client.limited().get());
                    } catch (ExecutionException e) {
                        System.out.println(e.getCause().getClass().getSimpleName());
                    }
                }

                @Override
                public CompletableFuture<String> retried() {
                    return calls++ == 0 ? CompletableFuture.failedFuture(new IOException()) : CompletableFuture.completedFuture("second");
                }

                @Override
                public CompletableFuture<String> retriedLater() {
                    return CompletableFuture.failedFuture(new IOException());
                }

                @Override
                public CompletableFuture<String> limited() {
                    return new CompletableFuture<>();
                }
            }
            """;

    @TempDir
    private static Path temp;

    private static Path classes;

    @BeforeAll
    static void compile() throws Exception {
        classes = new Project(temp)
                .file("app/Client.java", CLIENT)
                .file("app/App.java", APP)
                .compile("17")
                .classes();
    }

    @Test
    void aCommonPoolWithoutThreadsIsDoneWithout() throws Exception {
        List<String> lines = Jvm.run(
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0",
                "--class-path",
                Artifacts.api() + File.pathSeparator + classes,
                "app.App");

        assertThat(lines).containsExactly("second", "CallTimeoutException");
    }

    /** As that of a web application that brings its own Holdfast. */
    @Test
    void aClassLoaderIsGoneWhenItsContextsAreClosed() throws Exception {
        URLClassLoader app =
                loader(ClassLoader.getPlatformClassLoader(), Artifacts.ANNOTATIONS, Artifacts.RUNTIME, classes);
        run(app, "main", new Object[] {new String[0]});
        app.close();
        WeakReference<ClassLoader> gone = new WeakReference<>(app);
        app = null;

        awaitClearing(gone);
    }

    /** The timer of all applications runs on, though it began with a wait of one that is no more. */
    @Test
    void aClassLoaderIsGoneThoughOthersUseTheSameContext() throws Exception {
        try (URLClassLoader shared =
                        loader(ClassLoader.getPlatformClassLoader(), Artifacts.ANNOTATIONS, Artifacts.RUNTIME);
                URLClassLoader other = loader(shared, classes)) {
            URLClassLoader app = loader(shared, classes);
            run(app, "useDefaults");
            Future<?> wait = (Future<?>) run(other, "waitInDefaults");
            app.close();
            WeakReference<ClassLoader> gone = new WeakReference<>(app);
            app = null;

            awaitClearing(gone);
            assertThat(wait.cancel(false)).isTrue();
        }
    }

    private static void awaitClearing(WeakReference<?> reference) throws InterruptedException {
        while (reference.get() != null) {
            System.gc();
            Thread.sleep(20);
        }
    }

    private static URLClassLoader loader(ClassLoader parent, Path... places) throws Exception {
        URL[] urls = new URL[places.length];
        for (int i = 0; i < places.length; i++) {
            urls[i] = places[i].toUri().toURL();
        }
        return new URLClassLoader(urls, parent);
    }

    /** As a request of that application. */
    private static Object run(ClassLoader app, String method, Object... arguments) throws Exception {
        FutureTask<Object> task = new FutureTask<>(() -> {
            for (var each : app.loadClass("app.App").getMethods()) {
                if (each.getName().equals(method)) {
                    return each.invoke(null, arguments);
                }
            }
            throw new NoSuchMethodException(method);
        });
        Thread request = new Thread(new ThreadGroup("app"), task, "request");
        request.setContextClassLoader(app);
        request.start();
        return task.get();
    }
}
