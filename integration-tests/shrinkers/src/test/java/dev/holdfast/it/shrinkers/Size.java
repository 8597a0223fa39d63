package dev.holdfast.it.shrinkers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a DEX file takes of an app: its bytes, and of the 65,536 methods that one file may name. */
record Size(int bytes, int methods) {

    /** Where the header of a DEX file has the number of methods that are named in it. */
    private static final int METHOD_IDS_SIZE = 88;

    static Size of(Path dex) throws IOException {
        ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(dex)).order(ByteOrder.LITTLE_ENDIAN);
        return new Size(content.limit(), content.getInt(METHOD_IDS_SIZE));
    }

    /** Whether this is what is said elsewhere, but for a tenth. */
    boolean isAbout(Size said) {
        return isAbout(bytes, said.bytes) && isAbout(methods, said.methods);
    }

    private static boolean isAbout(int measured, int said) {
        return Math.abs(measured - said) * 10L <= said;
    }
}
