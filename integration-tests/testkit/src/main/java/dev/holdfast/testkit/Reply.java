package dev.holdfast.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What the scripted server does with one request. */
public interface Reply {

    /** Treats the connection, whose request has been read. It is closed afterwards unless the reply keeps it. */
    void to(Socket connection) throws IOException, InterruptedException;

    /** Whether the client may use the connection for another request. */
    default boolean keepsConnection() {
        return false;
    }

    /** An answer; {@code headers} are whole lines. */
    static Reply status(int status, String body, String... headers) {
        return connection -> write(connection, status, "close", body, headers);
    }

    /** The same, and the connection stays open for the next request. */
    static Reply keepingConnection(int status, String body, String... headers) {
        return new Reply() {
            @Override
            public void to(Socket connection) throws IOException {
                write(connection, status, "keep-alive", body, headers);
            }

            @Override
            public boolean keepsConnection() {
                return true;
            }
        };
    }

    private static void write(Socket connection, int status, String afterwards, String body, String... headers)
            throws IOException {
        StringBuilder answer =
                new StringBuilder("HTTP/1.1 " + status + " Scripted\r\nConnection: " + afterwards + "\r\n");
        for (String header : headers) {
            answer.append(header).append("\r\n");
        }
        answer.append("Content-Length: ").append(body.getBytes(UTF_8).length).append("\r\n\r\n");
        answer.append(body);
        // In one piece: the second of two would wait until the client has acknowledged the first.
        connection.getOutputStream().write(answer.toString().getBytes(UTF_8));
        connection.getOutputStream().flush();
    }

    /** 200. */
    static Reply ok(String body) {
        return status(200, body);
    }

    /** 503. */
    static Reply unavailable(String body) {
        return status(503, body);
    }

    /** 429 with a {@code Retry-After} of seconds, or whatever stands there. */
    static Reply tooManyRequests(String retryAfter) {
        return status(429, "slow down", "Retry-After: " + retryAfter);
    }

    /** No answer; the connection stays open until the client closes it. */
    static Reply stall() {
        return connection -> {
            int read;
            do {
                read = connection.getInputStream().read();
            } while (read != -1);
        };
    }

    /** An answer that ends in the middle of its body. */
    static Reply breakOff() {
        return connection -> connection
                .getOutputStream()
                .write("HTTP/1.1 200 Scripted\r\nContent-Length: 1000\r\n\r\nOnce upon".getBytes(UTF_8));
    }

    /** An answer with a body of a few bytes every 20 ms, until the client closes the connection. */
    static Reply drip(int status, String... headers) {
        return connection -> {
            OutputStream out = connection.getOutputStream();
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            out.write(
                    head.append("Transfer-Encoding: chunked\r\n\r\n").toString().getBytes(UTF_8));
            while (true) {
                out.write("4\r\nabcd\r\n".getBytes(UTF_8));
                out.flush();
                TimeUnit.MILLISECONDS.sleep(20);
            }
        };
    }

    /** The connection is reset before any answer. */
    static Reply reset() {
        return connection -> connection.setSoLinger(true, 0);
    }

    /** This reply, but not before the gate opens. */
    default Reply after(CountDownLatch gate) {
        return connection -> {
            gate.await();
            to(connection);
        };
    }
}
