package dev.holdfast.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/** The jars of this build, below the folder that Surefire's configuration names. */
public final class Artifacts {

    public static final Path ROOT = Path.of(property("holdfast.root"));
    public static final Path ANNOTATIONS = jar("annotations");
    public static final Path RUNTIME = jar("runtime");
    public static final Path PROCESSOR = jar("processor");

    private Artifacts() {}

    /** What a user compiles against, as a class path or module path. */
    public static String api() {
        return Jvm.path(ANNOTATIONS, RUNTIME);
    }

    /** What a user's build puts on the processor path. */
    public static String processor() {
        return Jvm.path(PROCESSOR, ANNOTATIONS);
    }

    /** A system property that the build sets. */
    public static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("System property " + name + " is not set; run 'mvn verify'");
        }
        return value;
    }

    private static Path jar(String module) {
        String file = "holdfast-" + module + "-" + property("holdfast.version") + ".jar";
        Path jar = ROOT.resolve(module).resolve("target").resolve(file);
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("Not built: " + jar + "; run 'mvn verify' from the root");
        }
        return jar;
    }
}
