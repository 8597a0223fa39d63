package dev.holdfast.nativeimage;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jars that Maven has built. */
final class Jars {

    private Jars() {}

    /** What a user has: the annotations and the runtime. */
    static List<Path> users() {
        return List.of(annotations(), jar("runtime"));
    }

    static Path annotations() {
        return jar("annotations");
    }

    /** What a program has that drives everything: also virtual time, the scenarios and this module. */
    static List<Path> programs() {
        return Stream.concat(users().stream(), Stream.of(jar("testing"), jar("scenarios"), jar("native-image")))
                .toList();
    }

    static Path processor() {
        return jar("processor");
    }

    static String path(List<Path> jars) {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jar(String name) {
        return Path.of(System.getProperty("holdfast." + name)).normalize();
    }
}
