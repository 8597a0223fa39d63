package dev.holdfast.it.soak;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Random;

/** What becomes of one attempt, with how often that is drawn. Most is the server's doing; a little is the delegate's. */
enum Behaviour {
    OK(30, to -> to.answer(200)),
    SLOW(6, to -> {
        to.pause(60);
        to.answer(200);
    }),
    SLOWER_THAN_LIMITS(2, to -> {
        to.pause(260);
        to.answer(200);
    }),
    DRIPPING(4, to -> to.drip(200, 8, 20)),
    DRIPPING_FOR_LONG(1, to -> to.drip(200, 40, 20)),
    NOT_FOUND(3, to -> to.answer(404)),
    UNAVAILABLE(8, to -> to.answer(503)),
    UNAVAILABLE_WITH_HINT(3, to -> to.answer(503, "Retry-After: 0.08")),
    UNAVAILABLE_DRIPPING(3, to -> to.drip(503, 10, 20)),
    LIMITED(2, to -> to.answer(429, "Retry-After: 0.12")),
    LIMITED_WITHOUT_HINT(1, to -> to.answer(429)),
    LIMITED_WITH_DATE(1, to -> to.answer(429, "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT")),
    LIMITED_DRIPPING(1, to -> to.drip(429, 10, 20, "Retry-After: 0.1")),
    NOTHING_LEFT(1, to -> to.answer(200, "RateLimit: \"soak\";r=0;t=1")),
    RESET(3, Wire::reset),
    CUT_IN_BODY(2, to -> {
        to.drip(200, 2, 5);
        to.reset();
    }),
    STALLED(1, to -> {
        to.pause(300);
        to.reset();
    }),
    WANTS_RETRY(3, to -> to.answer(200, Predicates.HEADER + ": retry")),
    COUNTS_AS_FAILURE(2, to -> to.answer(200, Predicates.HEADER + ": failure")),
    BREAKS_PREDICATE(2, to -> to.answer(200, Predicates.HEADER + ": throw")),
    DELEGATE_ERROR(1, null),
    DELEGATE_EXCEPTION(2, null);

    private static final int TOTAL;

    static {
        int total = 0;
        for (Behaviour each : values()) {
            total += each.weight;
        }
        TOTAL = total;
    }

    private final int weight;
    private final Treatment treatment;

    Behaviour(int weight, Treatment treatment) {
        this.weight = weight;
        this.treatment = treatment;
    }

    static Behaviour draw(Random random) {
        int left = random.nextInt(TOTAL);
        for (Behaviour each : values()) {
            left -= each.weight;
            if (left < 0) {
                return each;
            }
        }
        throw new AssertionError();
    }

    /** Whether the attempt gets as far as the server. */
    boolean isSent() {
        return treatment != null;
    }

    /** At the server, whose connection has brought the request. */
    void treat(Socket connection) throws IOException, InterruptedException {
        treatment.apply(new Wire(connection));
    }

    /** What the delegate does by itself. */
    void failInDelegate() {
        if (this == DELEGATE_ERROR) {
            throw new DelegateError();
        }
        if (this == DELEGATE_EXCEPTION) {
            throw new DelegateException();
        }
    }

    private interface Treatment {

        void apply(Wire to) throws IOException, InterruptedException;
    }

    /** The server's end of a connection. */
    private record Wire(Socket connection) {

        void answer(int status, String... headers) throws IOException {
            head(status, 4, headers);
            write("body");
        }

        /** A body that comes byte by byte. */
        void drip(int status, int bytes, int millis, String... headers) throws IOException, InterruptedException {
            head(status, bytes, headers);
            for (int i = 0; i < bytes; i++) {
                pause(millis);
                write(".");
            }
        }

        void pause(int millis) throws InterruptedException {
            Thread.sleep(millis);
        }

        void reset() throws IOException {
            connection.setSoLinger(true, 0);
            connection.close();
        }

        private void head(int status, int length, String... headers) throws IOException {
            StringBuilder head =
                    new StringBuilder("HTTP/1.1 " + status + " Soaked\r\nContent-Length: " + length + "\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            write(head.append("\r\n").toString());
        }

        private void write(String text) throws IOException {
            OutputStream out = connection.getOutputStream();
            out.write(text.getBytes(ISO_8859_1));
            out.flush();
        }
    }

    /** Neither a failure of the service nor anybody's wish. */
    @SuppressWarnings("serial")
    static final class DelegateError extends Error {

        DelegateError() {
            super("the delegate's own error", null, false, false);
        }
    }

    @SuppressWarnings("serial")
    static final class DelegateException extends RuntimeException {

        DelegateException() {
            super("the delegate's own exception", null, false, false);
        }
    }
}
