package dev.holdfast.it.reflectionfree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** The classes in folders and jars, and which of them Holdfast has written. */
final class ClassFiles {

    private static final String MARK = "Ldev/holdfast/annotations/HoldfastGenerated;";

    private ClassFiles() {}

    /** All of a jar, or below a folder. */
    static List<ClassNode> in(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            return below(place);
        }
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
            return below(jar.getPath("/"));
        }
    }

    /** Those that bear Holdfast's mark, and the classes in them. */
    static List<ClassNode> generated(List<ClassNode> all) {
        Set<String> marked = all.stream()
                .filter(type -> type.invisibleAnnotations != null
                        && type.invisibleAnnotations.stream().anyMatch(annotation -> annotation.desc.equals(MARK)))
                .map(type -> type.name)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(type ->
                        marked.stream().anyMatch(name -> type.name.equals(name) || type.name.startsWith(name + "$")))
                .toList();
    }

    private static List<ClassNode> below(Path folder) throws IOException {
        List<ClassNode> types = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("module-info.class"))
                    .sorted()
                    .forEach(file -> types.add(read(file)));
        }
        return types;
    }

    private static ClassNode read(Path file) {
        try {
            ClassNode type = new ClassNode();
            new ClassReader(Files.readAllBytes(file)).accept(type, 0);
            return type;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
