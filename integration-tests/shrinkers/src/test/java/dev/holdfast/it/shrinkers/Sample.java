package dev.holdfast.it.shrinkers;

import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.it.android.Plain;
import dev.holdfast.it.android.Protected;
import dev.holdfast.runtime.Holdfast;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Android sample with all that its app has in it: Holdfast, which brings no rule for R8, and Retrofit, OkHttp, Kotlin and coroutines, whose jars bring
 * theirs.
 */
final class Sample {

    private static final List<String> LIBRARIES = List.of(
            "retrofit-",
            "converter-scalars-",
            "okhttp-",
            "okio-jvm-",
            "kotlin-stdlib-2",
            "annotations-23",
            "kotlinx-coroutines-core-jvm-");

    /** What Android has, and the JDK's base module does not. */
    static final String[] RULES = {"-dontwarn android.**", "-dontwarn java.util.logging.**"};

    private Sample() {}

    /** Its client, protected as in the app, asks a server. */
    static Program withHoldfast() {
        return program(Protected.class);
    }

    /** The plain client asks. */
    static Program without() {
        return program(Plain.class);
    }

    private static Program program(Class<?> main) {
        List<Path> files = new ArrayList<>(libraries());
        for (Class<?> each : List.of(main, Holdfast.class, CircuitBreaker.class)) {
            files.addAll(Program.classesOf(each));
        }
        return new Program(main.getName(), files, List.of());
    }

    private static List<Path> libraries() {
        List<Path> found = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(jar -> LIBRARIES.stream()
                        .anyMatch(name -> jar.getFileName().toString().startsWith(name)))
                .toList();
        if (found.size() != LIBRARIES.size()) {
            throw new IllegalStateException("Not each of " + LIBRARIES + " once: " + found);
        }
        return found;
    }
}
