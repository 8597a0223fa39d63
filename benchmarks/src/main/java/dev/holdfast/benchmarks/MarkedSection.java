package dev.holdfast.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a Markdown page that a benchmark writes: what is between two comments with its name. */
public final class MarkedSection {

    private MarkedSection() {}

    /**
     * Puts a text in place of what is between {@code <!-- name:begin -->} and {@code <!-- name:end -->}.
     *
     * @param page the page
     * @param name the section's name
     * @param text Markdown
     * @throws IOException if the page cannot be read or written
     */
    public static void write(Path page, String name, String text) throws IOException {
        String begin = "<!-- " + name + ":begin -->";
        String end = "<!-- " + name + ":end -->";
        String before = Files.readString(page);
        int from = before.indexOf(begin);
        int to = before.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(page + " does not have " + begin + " and then " + end);
        }
        Files.writeString(
                page, before.substring(0, from + begin.length()) + "\n\n" + text + "\n" + before.substring(to));
    }
}
