package dev.holdfast.it.soak;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.holdfast.testkit.LoopbackServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An HTTP/1.1 server on loopback that does with each request what its path says, {@code /call/attempt/behaviour}, and
 * writes down each one that it has read whole.
 */
final class HostileServer implements AutoCloseable {

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Violations violations;
    private final LoopbackServer server;

    HostileServer(Violations violations) throws IOException {
        this.violations = violations;
        this.server = new LoopbackServer("soak-server", this::serve);
    }

    URI uri() {
        return server.uri();
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
        server.close();
    }

    private void serve(Socket connection) throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
        String path = LoopbackServer.nextPath(in);
        while (path != null && !connection.isClosed()) {
            if (!seen.add(path)) {
                violations.add(Rule.ATTEMPTS_COUNTED, "the server got " + path + " twice");
            }
            Behaviour.valueOf(path.substring(path.lastIndexOf('/') + 1)).treat(connection);
            path = LoopbackServer.nextPath(in);
        }
    }
}
