package dev.holdfast.it.clients;

import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** An HTTP server that keeps its connections open. */
final class HttpUpstream implements Upstream {

    private final ScriptedServer server;

    HttpUpstream() throws IOException {
        server = new ScriptedServer().otherwise(reply(Turn.OK));
    }

    private static Reply reply(Turn turn) {
        return turn.retryAfter() == null
                ? Reply.keepingConnection(turn.status(), turn.body(), "Content-Type: text/plain")
                : Reply.keepingConnection(
                        turn.status(), turn.body(), "Content-Type: text/plain", "Retry-After: " + turn.retryAfter());
    }

    @Override
    public void then(Turn... turns) {
        server.then(Stream.of(turns).map(HttpUpstream::reply).toArray(Reply[]::new));
    }

    @Override
    public String address() {
        return server.uri().toString();
    }

    @Override
    public List<Long> arrivals() {
        return server.requests().stream().map(ScriptedServer.Request::nanoTime).toList();
    }

    @Override
    public int connections() {
        return server.connections();
    }

    @Override
    public int mostConnectionsAtOnce() {
        return server.mostConnectionsAtOnce();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
