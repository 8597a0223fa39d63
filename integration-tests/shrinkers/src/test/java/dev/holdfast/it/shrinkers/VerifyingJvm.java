package dev.holdfast.it.shrinkers;

import dev.holdfast.testkit.Jvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs a main class in a JVM of its own that verifies every class. */
final class VerifyingJvm {

    private VerifyingJvm() {}

    /** The lines it prints. Fails where the program does. */
    static List<String> run(String main, Path... classPath) throws IOException, InterruptedException {
        return Jvm.run("-Xverify:all", "-XX:TieredStopAtLevel=1", "-cp", Jvm.path(classPath), main);
    }
}
