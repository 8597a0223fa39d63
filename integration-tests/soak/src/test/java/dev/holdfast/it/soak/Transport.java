package dev.holdfast.it.soak;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** How a delegate talks to the server: each kind takes interrupts and cancelling in another way. */
enum Transport {
    /** {@code java.net.http}: an interrupt becomes an {@code InterruptedException}, and the flag is cleared. */
    JDK {
        @Override
        Answer send(Attempt attempt) throws IOException, InterruptedException {
            return answer(attempt, HTTP.send(request(attempt), BodyHandlers.ofInputStream()));
        }

        @Override
        void sendLater(Attempt attempt, Promise promise) {
            CompletableFuture<HttpResponse<InputStream>> sent =
                    HTTP.sendAsync(request(attempt), BodyHandlers.ofInputStream());
            promise.abortBy(() -> sent.cancel(true));
            sent.handle((response, failure) -> {
                Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                settle(promise, cause == null ? answer(attempt, response) : null, cause);
                return null;
            });
        }

        private HttpRequest request(Attempt attempt) {
            // Not GET, which this client sends again by itself.
            return HttpRequest.newBuilder(uri(attempt).resolve(attempt.path()))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .timeout(Duration.ofSeconds(60))
                    .build();
        }

        private Answer answer(Attempt attempt, HttpResponse<InputStream> response) {
            return new Answer(
                    attempt,
                    response.statusCode(),
                    name -> response.headers().firstValue(name).orElse(null),
                    // Reading on while closing would lose interrupts on some JDKs.
                    new ClosedUnread(response.body()));
        }
    },

    /** A plain socket: no interrupt ends it, and the flag stays. */
    SOCKET {
        @Override
        Answer send(Attempt attempt) throws IOException {
            return exchange(attempt, connect(attempt));
        }

        @Override
        Connection connect(Attempt attempt) throws IOException {
            Socket socket = new Socket(uri(attempt).getHost(), uri(attempt).getPort());
            // No port is kept waiting after a close, of which there are many.
            socket.setSoLinger(true, 0);
            return new Connection(socket.getInputStream(), socket.getOutputStream(), socket);
        }
    },

    /** An NIO channel: an interrupt closes it, with {@code ClosedByInterruptException}, and the flag stays. */
    CHANNEL {
        @Override
        Answer send(Attempt attempt) throws IOException {
            return exchange(attempt, connect(attempt));
        }

        @Override
        Connection connect(Attempt attempt) throws IOException {
            SocketChannel channel = SocketChannel.open(
                    new InetSocketAddress(uri(attempt).getHost(), uri(attempt).getPort()));
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            return new Connection(Channels.newInputStream(channel), Channels.newOutputStream(channel), channel);
        }
    };

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "soak-client");
        thread.setDaemon(true);
        return thread;
    });

    static Transport of(Call call) {
        return values()[(int) (call.id() % values().length)];
    }

    /** On the calling thread. */
    abstract Answer send(Attempt attempt) throws IOException, InterruptedException;

    /** On other threads. */
    void sendLater(Attempt attempt, Promise promise) {
        AtomicReference<Connection> connection = new AtomicReference<>();
        promise.abortBy(() -> {
            Connection made = connection.get();
            if (made != null) {
                made.closeQuietly();
            }
        });
        THREADS.execute(() -> {
            try {
                connection.set(connect(attempt));
                if (promise.isCancelled()) {
                    connection.get().closeQuietly();
                }
                settle(promise, exchange(attempt, connection.get()), null);
            } catch (Throwable failure) {
                settle(promise, null, failure);
            }
        });
    }

    Connection connect(Attempt attempt) throws IOException {
        throw new UnsupportedOperationException();
    }

    private static URI uri(Attempt attempt) {
        return attempt.call().ledger().server().uri();
    }

    private static void settle(Promise promise, Answer answer, Throwable failure) {
        try {
            promise.settle(answer == null ? null : judged(answer), failure);
        } catch (RefusedException refused) {
            promise.settle(null, refused);
        }
    }

    /** The answer, or thrown where this call's delegate throws such ones. */
    static Answer judged(Answer answer) throws RefusedException {
        if (answer.attempt().call().throwing() && answer.statusCode() >= 400) {
            throw new RefusedException(answer);
        }
        return answer;
    }

    private static Answer exchange(Attempt attempt, Connection connection) throws IOException {
        try {
            String request = "POST " + attempt.path() + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n";
            connection.out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            connection.out.flush();
            InputStream in = new BufferedInputStream(connection.in);
            String first = line(in);
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                int colon = line.indexOf(':');
                headers.put(line.substring(0, colon), line.substring(colon + 1).trim());
            }
            InputStream body = new Body(in, connection, Integer.parseInt(headers.get("Content-Length")));
            return new Answer(attempt, Integer.parseInt(first.split(" ", 3)[1]), headers::get, body);
        } catch (Throwable failure) {
            connection.closeQuietly();
            throw failure;
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection ended");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private record Connection(InputStream in, OutputStream out, Closeable closing) {

        void closeQuietly() {
            try {
                closing.close();
            } catch (IOException gone) {
                // So it is closed.
            }
        }
    }

    /** The rest of an answer. */
    private static final class Body extends InputStream {

        private final InputStream in;
        private final Connection connection;
        private int left;

        Body(InputStream in, Connection connection, int left) {
            this.in = in;
            this.connection = connection;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            int next = left == 0 ? -1 : in.read();
            left--;
            if (next < 0) {
                left = 0;
            }
            return next;
        }

        @Override
        public void close() {
            connection.closeQuietly();
        }
    }

    /** A body that seems to be at its end. */
    private static final class ClosedUnread extends FilterInputStream {

        ClosedUnread(InputStream in) {
            super(in);
        }

        @Override
        public int read() {
            return -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            return -1;
        }
    }
}
