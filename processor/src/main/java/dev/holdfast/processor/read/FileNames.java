package dev.holdfast.processor.read;

import java.nio.charset.StandardCharsets;

/** What file systems take for the name of a file. */
public final class FileNames {

    /** The usual limit of 255 bytes, less {@code .class} and a few underscores that tell a class from others. */
    public static final int LONGEST = 245;

    /** The same for a top-level class, less what its nested ones add: {@code $RetrofitCall$1}. */
    static final int LONGEST_TOP_LEVEL = LONGEST - 15;

    private FileNames() {}

    public static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The beginning of a name, or all of it, in so many bytes. */
    static String cut(String name, int bytes) {
        int end = name.length();
        while (bytes(name.substring(0, end)) > bytes) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }
}
