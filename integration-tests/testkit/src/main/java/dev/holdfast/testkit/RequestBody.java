package dev.holdfast.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Locale;

/** Bodies of requests, which are read before an answer: a client that is still sending when the connection ends may lose the answer. */
final class RequestBody {

    private RequestBody() {}

    /** Reads a body of a length or in chunks, and drops it; tells a client that waits for that to send it. */
    static void skip(Socket connection, BufferedReader in, List<String> head) throws IOException {
        long length = 0;
        boolean chunked = false;
        boolean waits = false;
        for (String line : head) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(
                        header.substring("content-length:".length()).trim());
            }
            chunked |= header.startsWith("transfer-encoding:") && header.endsWith("chunked");
            waits |= header.startsWith("expect:");
        }
        if (waits && (chunked || length > 0)) {
            connection.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII));
        }
        if (chunked) {
            skipChunks(in);
        } else {
            skip(in, length);
        }
    }

    private static void skipChunks(BufferedReader in) throws IOException {
        long size;
        do {
            String line = in.readLine();
            if (line == null) {
                throw new EOFException();
            }
            size = Long.parseLong(line.split(";", 2)[0].trim(), 16);
            skip(in, size);
            in.readLine();
        } while (size > 0);
    }

    /** A byte is a character of its own here. */
    private static void skip(BufferedReader in, long length) throws IOException {
        for (long left = length; left > 0; left--) {
            if (in.read() < 0) {
                throw new EOFException();
            }
        }
    }
}
