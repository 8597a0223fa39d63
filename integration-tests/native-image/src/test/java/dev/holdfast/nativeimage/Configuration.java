package dev.holdfast.nativeimage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What a native image's builder would take from a jar as configuration. */
final class Configuration {

    private Configuration() {}

    /** Returns the names of all entries that configure an image, or a library that is looked up at run time. */
    static List<String> in(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).filter(Configuration::is).toList();
        }
    }

    private static boolean is(String entry) {
        return !entry.endsWith("/")
                && (entry.startsWith("META-INF/native-image/")
                        || entry.startsWith("META-INF/services/")
                        || entry.matches("(.*/)?((reflect|jni|proxy|resource|serialization|predefined-classes)-config"
                                + "|reachability-metadata)\\.json"));
    }
}
