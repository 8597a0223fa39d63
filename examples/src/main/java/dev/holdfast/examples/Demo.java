package dev.holdfast.examples;

import dev.holdfast.runtime.Holdfast;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Runs an annotated client against a flaky server on loopback, shows what happens, and checks what it shows. */
public final class Demo {

    private Demo() {}

    /**
     * Runs the demo.
     *
     * @param args the file to draw the timeline to
     * @throws IOException if the server can't listen or the file can't be written
     * @throws InterruptedException if the thread was interrupted
     * @throws ExecutionException if a call on another thread ended in a way that the demo does not know
     */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        Path file = Path.of(args.length > 0 ? args[0] : "target/demo-timeline.svg");
        PrintStream out = System.out;
        Script script = new Script();
        try (FlakyServer server = new FlakyServer(script)) {
            out.println("ResilientGitHubClient calls a flaky server at " + server.uri());
            out.println();
            GitHubClient plain = new HttpGitHubClient(server.uri());
            Timeline timeline = new Timeline(new ConsoleTimeline(out, ConsoleTimeline.onTerminal()));
            Watch watch = new Watch(plain, timeline);
            Holdfast holdfast = Holdfast.builder().listener(watch).build();

            // Who needs nothing watched writes new ResilientGitHubClient(plain), and that is all.
            GitHubClient client = new ResilientGitHubClient(watch, holdfast);

            new Story(script, server, new Caller(client, timeline), timeline).tell();

            report(out, timeline, server.log(), file);
        }
    }

    private static void report(PrintStream out, Timeline timeline, ServerLog server, Path file) throws IOException {
        List<Event> events = timeline.events();
        Summary summary = Summary.of(events);
        Promises promises = Promises.check(events, server, summary, timeline::sinceStart);
        Picture picture = Picture.of(events);
        List<Long> served = server.requests().stream()
                .map(request -> timeline.sinceStart(request.arrived()))
                .toList();
        String facts = Times.text(picture.end()) + " in all: " + summary;
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, TimelineSvg.draw(picture, served, "A resilient client and a flaky server", facts));

        out.printf("%nChecked against the server's own log:%n");
        promises.kept().forEach(promise -> out.println("  ok      " + promise));
        promises.broken().forEach(promise -> out.println("  BROKEN  " + promise));
        out.printf("%nThe same as a picture: %s%n", fromHere(file));
        out.println(summary);
        if (!promises.broken().isEmpty()) {
            throw new IllegalStateException("Holdfast broke its promise: " + promises.broken());
        }
    }

    private static Path fromHere(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }
}
