package dev.holdfast.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Bare sockets on loopback, each served on a daemon thread of its own, so that a connection can be broken in every way. */
public final class LoopbackServer implements AutoCloseable {

    /** Serves one connection, which is closed afterwards. */
    public interface Handler {

        void serve(Socket connection) throws IOException, InterruptedException;
    }

    private static final int BACKLOG = 500;

    private final Handler handler;
    private final ExecutorService threads;
    private final Connections connections = new Connections();
    private volatile ServerSocket listening;
    private volatile Future<?> accepting;

    /** Listens at once, on any free port. */
    public LoopbackServer(String threadName, Handler handler) throws IOException {
        this.handler = handler;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, threadName);
            thread.setDaemon(true);
            return thread;
        });
        ServerSocket socket = socket(0);
        this.listening = socket;
        this.accepting = threads.submit(() -> accept(socket));
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /** Refuses connections from now on. */
    public void refuse() throws Exception {
        listening.close();
        // The thread that accepts keeps the socket alive until it notices.
        accepting.get();
    }

    /** Accepts connections again, on the same port. */
    public void listen() throws IOException {
        ServerSocket socket = socket(listening.getLocalPort());
        listening = socket;
        accepting = threads.submit(() -> accept(socket));
    }

    /** The number of connections accepted so far. */
    public int connections() {
        return connections.total();
    }

    /** The highest number of connections open at the same time. */
    public int mostConnectionsAtOnce() {
        return connections.mostAtOnce();
    }

    /** The path of the next request, read to the end of its headers; null at the end of the connection. */
    public static @Nullable String nextPath(BufferedReader in) throws IOException {
        List<String> head = nextHead(in);
        return head.isEmpty() ? null : head.get(0).split(" ", 3)[1];
    }

    /** The lines of the next request, read to the end of its headers; none at the end of the connection. */
    static List<String> nextHead(BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = in.readLine();
        while (line != null && !line.isEmpty()) {
            lines.add(line);
            line = in.readLine();
        }
        return line == null ? List.of() : lines;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
        connections.closeAll();
    }

    private static ServerSocket socket(int port) throws IOException {
        return new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException closed) {
                // Or a connection that was gone before it was accepted.
            }
        }
    }

    private void serve(Socket connection) {
        connections.opened(connection);
        try (connection) {
            connection.setTcpNoDelay(true);
            handler.serve(connection);
        } catch (IOException gone) {
            // The client went away: some handlers wait for just that.
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            connections.closed(connection);
        }
    }

    /** The open connections, and counts of all. */
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
