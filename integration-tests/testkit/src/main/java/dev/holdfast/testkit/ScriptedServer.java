package dev.holdfast.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * An HTTP/1.1 server on loopback that gives each request the next reply of its script, answers 200 after the last one, and writes every request
 * down before the reply.
 */
public final class ScriptedServer implements AutoCloseable {

    /**
     * A request that reached the server.
     *
     * @param nanoTime when, as {@link System#nanoTime()}
     * @param path what it asked for
     */
    public record Request(long nanoTime, String path) {}

    private final Queue<Reply> script = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new ArrayList<>();
    private final LoopbackServer server;
    private volatile Reply otherwise = Reply.ok("fine");

    public ScriptedServer(Reply... replies) throws IOException {
        then(replies);
        server = new LoopbackServer("scripted-server", this::serve);
    }

    public ScriptedServer then(Reply... replies) {
        script.addAll(List.of(replies));
        return this;
    }

    /** The reply after the end of the script. */
    public ScriptedServer otherwise(Reply reply) {
        otherwise = reply;
        return this;
    }

    public URI uri() {
        return server.uri();
    }

    /** Refuses connections from now on. */
    public void refuse() throws Exception {
        server.refuse();
    }

    /** Accepts connections again, on the same port. */
    public void listen() throws IOException {
        server.listen();
    }

    /** Every request so far, in the order in which they came. */
    public List<Request> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** The paths of all requests so far. */
    public List<String> paths() {
        return requests().stream().map(Request::path).toList();
    }

    /** The time from one request to another, both counted from 0. */
    public Duration between(int from, int to) {
        List<Request> all = requests();
        return Duration.ofNanos(all.get(to).nanoTime() - all.get(from).nanoTime());
    }

    /** The number of connections accepted so far. */
    public int connections() {
        return server.connections();
    }

    /** The highest number of connections open at the same time. */
    public int mostConnectionsAtOnce() {
        return server.mostConnectionsAtOnce();
    }

    /** Returns as soon as so many requests have come, at once if they have; fails if they don't within 10 seconds. */
    public void awaitRequests(int count) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        synchronized (requests) {
            while (requests.size() < count) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError(requests.size() + " requests instead of " + count + ": " + requests);
                }
                requests.wait(Math.max(1, left / 1_000_000));
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve(Socket connection) throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
        Reply reply;
        do {
            List<String> head = LoopbackServer.nextHead(in);
            if (head.isEmpty()) {
                return;
            }
            Reply scripted = script.poll();
            record(head.get(0).split(" ", 3)[1]);
            RequestBody.skip(connection, in, head);
            reply = scripted == null ? otherwise : scripted;
            reply.to(connection);
        } while (reply.keepsConnection());
    }

    private void record(String path) {
        synchronized (requests) {
            requests.add(new Request(System.nanoTime(), path));
            requests.notifyAll();
        }
    }
}
