package dev.holdfast.it.reflectionfree;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the modules before this one have built. */
final class Build {

    static final Path ROOT = Path.of(property("holdfast.root"));
    static final Path ANNOTATIONS = jar("annotations");
    static final Path RUNTIME = jar("runtime");
    static final Path PROCESSOR = jar("processor");

    private Build() {}

    /** What a user compiles against, as a class path or module path. */
    static String api() {
        return ANNOTATIONS + File.pathSeparator + RUNTIME;
    }

    /** What a user's build puts on the processor path. */
    static String processor() {
        return PROCESSOR + File.pathSeparator + ANNOTATIONS;
    }

    static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("System property " + name + " is not set; run 'mvn verify'");
        }
        return value;
    }

    private static Path jar(String module) {
        Path jar =
                ROOT.resolve(module).resolve("target/holdfast-" + module + "-" + property("holdfast.version") + ".jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("Not built: " + jar + "; run 'mvn verify' from the root");
        }
        return jar;
    }
}
