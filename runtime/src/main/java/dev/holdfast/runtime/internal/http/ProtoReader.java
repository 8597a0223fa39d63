package dev.holdfast.runtime.internal.http;

import java.nio.charset.StandardCharsets;

/**
 * Reads the fields of one protobuf message in an array, without copies: lengths in the input are checked, never
 * allocated. Malformed input ends the reading, see {@link #isBroken}. For one thread.
 */
public final class ProtoReader {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED_32 = 5;

    private final byte[] bytes;
    private int at;
    private final int end;
    private int field;
    private int wireType;
    private long number;
    private int valueStart;
    private boolean broken;

    private ProtoReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    static ProtoReader of(byte[] bytes) {
        return new ProtoReader(bytes, 0, bytes.length);
    }

    /** Moves to the next field; returns false at the end or for malformed input. */
    boolean next() {
        if (broken || at == end) {
            return false;
        }
        long key = varint();
        field = (int) (key >>> 3);
        wireType = (int) (key & 7);
        broken |= key >>> 32 != 0 || field == 0;
        switch (wireType) {
            case VARINT:
                number = varint();
                break;
            case FIXED_64:
                skip(8);
                break;
            case LENGTH_DELIMITED:
                skip(varint());
                break;
            case FIXED_32:
                skip(4);
                break;
            default:
                // Groups, which none of the messages of interest has ever had.
                broken = true;
        }
        return !broken;
    }

    boolean isBroken() {
        return broken;
    }

    boolean isNumber(int wanted) {
        return field == wanted && wireType == VARINT;
    }

    boolean isMessage(int wanted) {
        return field == wanted && wireType == LENGTH_DELIMITED;
    }

    /** Returns the value of a number field. */
    long number() {
        return number;
    }

    /** Returns the value of a message field. */
    ProtoReader message() {
        return new ProtoReader(bytes, valueStart, at);
    }

    /** Returns whether the value of a text field ends with some ASCII text. */
    boolean endsWith(String suffix) {
        byte[] wanted = suffix.getBytes(StandardCharsets.US_ASCII);
        int start = at - wanted.length;
        if (start < valueStart) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[start + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private void skip(long length) {
        valueStart = at;
        if (length < 0 || length > end - at) {
            broken = true;
        } else {
            at += (int) length;
        }
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (at == end) {
                break;
            }
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        broken = true;
        return 0;
    }
}
