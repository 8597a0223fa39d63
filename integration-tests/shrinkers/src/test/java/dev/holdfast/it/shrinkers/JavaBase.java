package dev.holdfast.it.shrinkers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The classes of this JDK's {@code java.base}, or of another module, as a jar. ProGuard can't read a JDK that has no {@code jmods}, and for D8 and R8 the classes of a
 * whole JDK take longer to read than the program.
 */
final class JavaBase {

    private static Path jar;
    private static Path logging;

    private JavaBase() {}

    /** The jar, written once in this JVM. */
    static synchronized Path jar() throws IOException {
        if (jar == null) {
            jar = write("java.base");
        }
        return jar;
    }

    /** The same of {@code java.logging}, which Android has too, and libraries need. */
    static synchronized Path logging() throws IOException {
        if (logging == null) {
            logging = write("java.logging");
        }
        return logging;
    }

    private static Path write(String name) throws IOException {
        Path jar = Path.of("target", name + ".jar").toAbsolutePath();
        Path module = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", name);
        List<Path> classes;
        try (Stream<Path> files = Files.walk(module)) {
            classes = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("module-info.class"))
                    .toList();
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.setLevel(0);
            for (Path file : classes) {
                out.putNextEntry(new JarEntry(module.relativize(file).toString()));
                out.write(Files.readAllBytes(file));
                out.closeEntry();
            }
        }
        return jar;
    }
}
