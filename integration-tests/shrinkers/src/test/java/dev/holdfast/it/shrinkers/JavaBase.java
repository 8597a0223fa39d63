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

/** The packages {@code java.*} of this JDK as a jar, for ProGuard, which can't read a JDK that has no {@code jmods}. */
final class JavaBase {

    private JavaBase() {}

    static Path jar(Path folder) throws IOException {
        Path jar = folder.resolve("java.base.jar");
        Path module = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", "java.base");
        List<Path> classes;
        try (Stream<Path> files = Files.walk(module.resolve("java"))) {
            classes = files.filter(Files::isRegularFile).toList();
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
