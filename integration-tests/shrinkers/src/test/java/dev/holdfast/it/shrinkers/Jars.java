package dev.holdfast.it.shrinkers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassReader;

/** Class files, alone or in jars. */
final class Jars {

    private Jars() {}

    /** Packs all into one jar, and returns it. */
    static Path join(List<Path> files, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : files) {
                for (byte[] type : classes(file)) {
                    write(out, type);
                }
            }
        }
        return jar;
    }

    /** What is in a class file or a jar, but for the description of a module. */
    static List<byte[]> classes(Path file) throws IOException {
        if (file.toString().endsWith(".class")) {
            return List.of(Files.readAllBytes(file));
        }
        List<byte[]> classes = new ArrayList<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                if (entry.getName().endsWith(".class") && !entry.getName().equals("module-info.class")) {
                    try (InputStream content = jar.getInputStream(entry)) {
                        classes.add(content.readAllBytes());
                    }
                }
            }
        }
        return classes;
    }

    /** Adds a class under its own name. */
    static void write(JarOutputStream jar, byte[] type) throws IOException {
        jar.putNextEntry(new JarEntry(new ClassReader(type).getClassName() + ".class"));
        jar.write(type);
        jar.closeEntry();
    }
}
