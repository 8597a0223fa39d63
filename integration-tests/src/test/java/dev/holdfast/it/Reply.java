package dev.holdfast.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** What the scripted server does with one request. */
interface Reply {

    /** Treats the connection, whose request has been read. It is closed afterwards. */
    void to(Socket connection) throws IOException, InterruptedException;

    /** An answer; {@code headers} are whole lines. */
    static Reply status(int status, String body, String... headers) {
        return connection -> {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\nConnection: close\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            byte[] bytes = body.getBytes(UTF_8);
            head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
            connection.getOutputStream().write(head.toString().getBytes(UTF_8));
            connection.getOutputStream().write(bytes);
            connection.getOutputStream().flush();
        };
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
