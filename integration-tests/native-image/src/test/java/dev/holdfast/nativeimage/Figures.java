package dev.holdfast.nativeimage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The start of a program on the JVM and as an image. */
record Figures(Start onJvm, Start inImage, long imageBytes) {

    private static final int RUNS = 11;

    /** The program's argument that has it do no more than that. */
    private static final String START = "start";

    private static final String BEGIN = "<!-- figures:begin -->";
    private static final String END = "<!-- figures:end -->";

    /** The medians of several starts, which take turns. */
    static Figures measure(List<String> java, Path image) throws IOException, InterruptedException {
        List<String> command = Stream.concat(java.stream(), Stream.of(START)).toList();
        Start[] onJvm = new Start[RUNS];
        Start[] inImage = new Start[RUNS];
        for (int i = 0; i < RUNS; i++) {
            onJvm[i] = Start.of(command);
            inImage[i] = Start.of(List.of(image.toString(), START));
        }
        return new Figures(Start.median(onJvm), Start.median(inImage), Files.size(image));
    }

    /** Puts them into a page, between two comments. */
    void write(Path page) throws IOException {
        String before = Files.readString(page);
        int from = before.indexOf(BEGIN);
        int to = before.indexOf(END);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(page + " does not have " + BEGIN + " and then " + END);
        }
        Files.writeString(
                page, before.substring(0, from + BEGIN.length()) + "\n\n" + this + "\n" + before.substring(to));
    }

    /** Markdown. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                """
                | | JVM | native image |
                |---|---|---|
                | time from process start to the first result | %d ms | %d ms |
                | peak resident memory until then | %.1f MB | %.1f MB |
                | size of the image | | %.1f MB |

                JDK %s, %d processors, medians of %d starts.
                """,
                onJvm.millis(),
                inImage.millis(),
                onJvm.kilobytes() / 1024.0,
                inImage.kilobytes() / 1024.0,
                imageBytes / 1024.0 / 1024.0,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                RUNS);
    }
}
