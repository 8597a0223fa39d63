package dev.holdfast.it;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * An HTTP/1.1 server on loopback over bare sockets, so that it can break connections in every way. Does with each request what
 * the script says, answers 200 once the script is through, and writes every request down before it does anything with it.
 * Counts connections.
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
    private final Connections connections = new Connections();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "scripted-server");
        thread.setDaemon(true);
        return thread;
    });
    private final int port;
    private volatile Reply otherwise = Reply.ok("fine");
    private ServerSocket listening;
    private Future<?> accepting;

    public ScriptedServer(Reply... replies) throws IOException {
        then(replies);
        port = listen(0);
    }

    public ScriptedServer then(Reply... replies) {
        script.addAll(List.of(replies));
        return this;
    }

    /** What comes once the script is through. */
    public ScriptedServer otherwise(Reply reply) {
        otherwise = reply;
        return this;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** From now on connections are refused. */
    void refuse() throws Exception {
        listening.close();
        // The thread that accepts keeps the socket alive until it notices.
        accepting.get();
    }

    /** From now on connections are accepted again, on the same port. */
    void listen() throws IOException {
        listen(port);
    }

    /** Every request so far, in the order in which they came. */
    public List<Request> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** The paths of all requests so far. */
    List<String> paths() {
        return requests().stream().map(Request::path).toList();
    }

    /** How many connections were ever accepted. */
    public int connections() {
        return connections.total();
    }

    /** How many connections were open at the same time, at most. */
    public int mostConnectionsAtOnce() {
        return connections.mostAtOnce();
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
        listening.close();
        threads.shutdownNow();
        connections.closeAll();
    }

    private int listen(int onPort) throws IOException {
        ServerSocket socket = new ServerSocket(onPort, 250, InetAddress.getLoopbackAddress());
        listening = socket;
        accepting = threads.submit(() -> accept(socket));
        return socket.getLocalPort();
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket connection) {
        connections.opened(connection);
        try (connection) {
            connection.setTcpNoDelay(true);
            BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
            Reply reply;
            do {
                String line = in.readLine();
                if (line == null) {
                    return;
                }
                for (String header = line; header != null && !header.isEmpty(); ) {
                    header = in.readLine();
                }
                Reply scripted = script.poll();
                record(line.split(" ", 3)[1]);
                reply = scripted == null ? otherwise : scripted;
                reply.to(connection);
            } while (reply.keepsConnection());
        } catch (IOException e) {
            // The client went away: some replies wait for just that.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.closed(connection);
        }
    }

    private void record(String path) {
        synchronized (requests) {
            requests.add(new Request(System.nanoTime(), path));
            requests.notifyAll();
        }
    }

    /** The connections that are open, and how many there were. */
    private static final class Connections {

        private final Set<Socket> open = new HashSet<>();
        private int total;
        private int mostAtOnce;

        synchronized void opened(Socket connection) {
            open.add(connection);
            total++;
            mostAtOnce = Math.max(mostAtOnce, open.size());
        }

        synchronized void closed(Socket connection) {
            open.remove(connection);
        }

        synchronized void closeAll() throws IOException {
            for (Socket connection : open) {
                connection.close();
            }
        }

        synchronized int total() {
            return total;
        }

        synchronized int mostAtOnce() {
            return mostAtOnce;
        }
    }
}
