package dev.holdfast.it.soak;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP/1.1 server on loopback over bare sockets, which does with each request what its path says, {@code /call/attempt/behaviour}, and
 * writes down each one that it has read whole.
 */
final class HostileServer implements AutoCloseable {

    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Violations violations;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "soak-server");
        thread.setDaemon(true);
        return thread;
    });

    HostileServer(Violations violations) throws IOException {
        this.violations = violations;
        this.listening = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    static String path(long call, int attempt, Behaviour behaviour) {
        return "/" + call + "/" + attempt + "/" + behaviour;
    }

    /** Whether a request has come, which is then forgotten. */
    boolean hasSeen(String path) {
        return seen.remove(path);
    }

    /** Requests that have come and were not asked for by {@link #hasSeen}. */
    Set<String> unclaimed() {
        return seen;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
        for (Socket connection : open) {
            connection.close();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket connection = listening.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException closed) {
                // Or a connection that was gone before it was accepted.
            }
        }
    }

    private void serve(Socket connection) {
        open.add(connection);
        try (connection) {
            connection.setTcpNoDelay(true);
            BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
            for (String path = next(in); path != null && !connection.isClosed(); path = next(in)) {
                if (!seen.add(path)) {
                    violations.add(Rule.ATTEMPTS_COUNTED, "the server got " + path + " twice");
                }
                Behaviour.valueOf(path.substring(path.lastIndexOf('/') + 1)).treat(connection);
            }
        } catch (IOException gone) {
            // The client has gone away.
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(connection);
        }
    }

    /** The path of the next request, when all of it has come; null at the end. */
    private static String next(BufferedReader in) throws IOException {
        String first = in.readLine();
        String line = first;
        while (line != null && !line.isEmpty()) {
            line = in.readLine();
        }
        return line == null ? null : first.split(" ", 3)[1];
    }
}
