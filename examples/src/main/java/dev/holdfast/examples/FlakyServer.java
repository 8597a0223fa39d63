package dev.holdfast.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP server on loopback that does what its script says, and writes down every request. {@link #stop} and {@link #start}
 * take it off the net and back: in between, connections are refused.
 */
final class FlakyServer implements AutoCloseable {

    private static final long LATENCY_MILLIS = 60;
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(UTC);

    private final Script script;
    private final ServerLog log = new ServerLog();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService workers = Executors.newCachedThreadPool(FlakyServer::daemon);
    private final InetSocketAddress address;
    private HttpServer listener;

    FlakyServer(Script script) throws IOException {
        this.script = script;
        listener = listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        address = listener.getAddress();
    }

    URI uri() {
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
    }

    ServerLog log() {
        return log;
    }

    void stop() {
        listener.stop(0);
    }

    void start() throws IOException {
        listener = listen(address);
    }

    @Override
    public void close() {
        closing.countDown();
        listener.stop(0);
        workers.shutdownNow();
    }

    private HttpServer listen(InetSocketAddress at) throws IOException {
        HttpServer server = HttpServer.create(at, 0);
        server.createContext("/", this::handle);
        server.setExecutor(workers);
        server.start();
        return server;
    }

    private void handle(HttpExchange exchange) throws IOException {
        Answer answer = script.next();
        log.add(new ServerLog.Request(System.nanoTime(), answer));
        try (exchange) {
            pause(LATENCY_MILLIS);
            switch (answer.form()) {
                case ANSWER -> send(exchange, answer, 0);
                case BREAK -> send(exchange, answer, 1000);
                case STALL -> pause(2 * HttpGitHubClient.REQUEST_TIMEOUT.toMillis());
            }
        }
    }

    /** Sends an answer that claims to be longer than it is, by so many bytes. */
    private void send(HttpExchange exchange, Answer answer, int missing) throws IOException {
        if (!answer.hint().isZero()) {
            exchange.getResponseHeaders().set("Retry-After", hint(answer));
        }
        // One connection for one request: what the server counts is then what the client sent.
        exchange.getResponseHeaders().set("Connection", "close");
        byte[] body = ("{\"status\": " + answer.status() + "}").getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length + missing);
        exchange.getResponseBody().write(body);
        exchange.getResponseBody().flush();
    }

    private String hint(Answer answer) {
        long now = System.nanoTime();
        if (!answer.hintAsDate()) {
            String seconds = Long.toString(answer.hint().toSeconds());
            log.add(new ServerLog.Hint(now, now + answer.hint().toNanos(), seconds));
            return seconds;
        }
        Instant wallClock = Instant.now();
        Instant until = wallClock.plus(answer.hint()).truncatedTo(ChronoUnit.SECONDS);
        String date = HTTP_DATE.format(until);
        log.add(new ServerLog.Hint(now, now + ChronoUnit.NANOS.between(wallClock, until), date));
        return date;
    }

    private void pause(long millis) {
        try {
            closing.await(millis, MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "flaky-server");
        thread.setDaemon(true);
        return thread;
    }
}
