package dev.holdfast.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.Allocation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The google.rpc.RetryInfo in a google.rpc.Status, as bytes on the wire. */
public class RetryInfoTest {

    private static final String TYPE = "type.googleapis.com/google.rpc.RetryInfo";
    private static final long SECOND = 1_000_000_000L;

    private static long read(byte[] status) {
        return RetryInfo.retryDelayNanos(status);
    }

    /** A status as servers send it: code, message, and other details around the one of interest. */
    public static byte[] status(long seconds, long nanos) {
        byte[] info = message(1, duration(seconds, nanos));
        return join(
                number(1, 8),
                message(2, text("slow down")),
                message(3, any("type.googleapis.com/google.rpc.DebugInfo", message(2, text("detail")))),
                message(3, any(TYPE, info)),
                message(3, any("type.googleapis.com/google.rpc.Help", new byte[0])));
    }

    private static byte[] any(String type, byte[] value) {
        return join(message(1, text(type)), message(2, value));
    }

    private static byte[] duration(long seconds, long nanos) {
        return join(seconds == 0 ? new byte[0] : number(1, seconds), nanos == 0 ? new byte[0] : number(2, nanos));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] number(int field, long value) {
        return join(varint(field << 3), varint(value));
    }

    private static byte[] message(int field, byte[] content) {
        return join(varint(field << 3 | 2), varint(content.length), content);
    }

    private static byte[] varint(long value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return bytes.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "0, 1, 1",
        "1, 0, 1000000000",
        "1, 500000000, 1500000000",
        "127, 0, 127000000000",
        "128, 0, 128000000000",
        "9223372036, 854775807, 9223372036854775807",
        "9223372036, 854775808, 9223372036854775807",
        "9223372037, 0, 9223372036854775807",
        "315576000000, 999999999, 9223372036854775807",
        "9223372036854775807, 0, 9223372036854775807",
        "-1, 0, -1",
        "0, -1, -1",
        "1, -1, -1",
        "0, 1000000000, -1",
        "-9223372036854775808, 0, -1",
    })
    void readsTheDelay(long seconds, long nanos, long expected) {
        assertThat(read(status(seconds, nanos))).isEqualTo(expected);
    }

    @Test
    void theBytesOfARealStatusAreRead() {
        byte[] real = join(
                bytes(0x08, 0x08, 0x12, 0x02, 'n', 'o', 0x1a, 0x30, 0x0a, 0x28),
                text(TYPE),
                bytes(0x12, 0x04, 0x0a, 0x02, 0x08, 0x1e));
        assertThat(read(real)).isEqualTo(30 * SECOND);
    }

    @Test
    void anOrderOfFieldsIsNotExpected() {
        byte[] info = message(1, join(number(2, 5), number(1, 3)));
        assertThat(read(message(3, join(message(2, info), message(1, text(TYPE))))))
                .isEqualTo(3 * SECOND + 5);
    }

    @Test
    void fieldsOfLaterVersionsArePassedOver() {
        byte[] extra = join(
                number(9, -1),
                message(8, text("new")),
                bytes(7 << 3 | 1, 1, 2, 3, 4, 5, 6, 7, 8),
                bytes(6 << 3 | 5, 1, 2, 3, 4));
        byte[] info = join(extra, message(1, join(extra, duration(2, 0), extra)), extra);
        byte[] status = join(extra, message(3, join(extra, any(TYPE, info), extra)), extra);
        assertThat(read(status)).isEqualTo(2 * SECOND);
    }

    @Test
    void theFirstInfoWithADelayCounts() {
        byte[] without = message(3, any(TYPE, new byte[0]));
        byte[] first = message(3, any(TYPE, message(1, duration(4, 0))));
        byte[] second = message(3, any(TYPE, message(1, duration(9, 0))));
        assertThat(read(without)).isEqualTo(RateLimitHint.NO_DELAY);
        assertThat(read(join(without, first, second))).isEqualTo(4 * SECOND);
    }

    @Test
    void anyHostMayNameTheType() {
        byte[] info = message(1, duration(4, 0));
        for (String host : new String[] {"", "example.com", "type.googleapis.com/path"}) {
            assertThat(read(message(3, any(host + "/google.rpc.RetryInfo", info))))
                    .isEqualTo(4 * SECOND);
        }
    }

    @Test
    void otherDetailsAreNoRetryInfo() {
        byte[] info = message(1, duration(4, 0));
        for (String type :
                new String[] {"", "RetryInfo", "google.rpc.RetryInfo", TYPE + "2", "x/google.rpc.retryinfo"}) {
            assertThat(read(message(3, any(type, info)))).as(type).isEqualTo(RateLimitHint.NO_DELAY);
        }
        assertThat(read(message(4, any(TYPE, info)))).isEqualTo(RateLimitHint.NO_DELAY);
        assertThat(read(message(3, message(1, text(TYPE))))).isEqualTo(RateLimitHint.NO_DELAY);
        assertThat(read(message(3, message(2, info)))).isEqualTo(RateLimitHint.NO_DELAY);
    }

    @Test
    void whatIsBrokenAnywhereNamesNoDelay() {
        byte[] good = status(7, 5);
        byte[][] junk = {
            bytes(0x0a), // no length
            bytes(0x0a, 5, 1), // too short
            bytes(0x0a, 0xff, 0xff, 0xff, 0xff, 0x07), // a length of 2 GB
            bytes(0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01), // a length of -1
            bytes(0x08, 0x80), // a number without an end
            bytes(0x08, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00), // one of eleven bytes
            bytes(0x0d, 1, 2, 3), // three bytes of four
            bytes(0x09, 1, 2, 3, 4, 5, 6, 7), // seven of eight
            bytes(0x0b, 0x0c), // a group
            bytes(0x0e), // wire types that don't exist
            bytes(0x0f),
            bytes(0x00, 0x00), // field 0
            bytes(0x88, 0x80, 0x80, 0x80, 0x80, 0x01, 0x00), // a field beyond 32 bits
        };
        for (int i = 0; i < junk.length; i++) {
            assertThat(read(join(good, junk[i]))).as("junk %d", i).isEqualTo(RateLimitHint.NO_DELAY);
            byte[] inside = message(3, any(TYPE, join(message(1, duration(7, 0)), junk[i])));
            assertThat(read(inside)).as("inside, junk %d", i).isEqualTo(RateLimitHint.NO_DELAY);
            byte[] deeper = message(3, any(TYPE, message(1, join(duration(7, 0), junk[i]))));
            assertThat(read(deeper)).as("deeper, junk %d", i).isEqualTo(RateLimitHint.NO_DELAY);
            byte[] around = message(3, join(any(TYPE, message(1, duration(7, 0))), junk[i]));
            assertThat(read(around)).as("around, junk %d", i).isEqualTo(RateLimitHint.NO_DELAY);
        }
    }

    @Test
    void aLengthInTheInputTakesNoMemory() {
        byte[] large = join(status(7, 5), bytes(0x0a, 0xff, 0xff, 0xff, 0xff, 0x07), new byte[1 << 20]);
        assertThat(Allocation.bytes(() -> read(large))).isLessThan(16_384);
    }
}
