package dev.holdfast.it.reflectionfree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.tree.ClassNode;

/**
 * A class that does what a check must find, with its source's first line, which says what is found.
 *
 * @param types the class and those in it
 */
record Fixture(String name, String expected, List<ClassNode> types) {

    /** Compiles the sources in a folder of the test resources; each has one class, of the file's name. */
    static List<Fixture> in(String resources, Path classes) throws IOException {
        Path sources = Path.of("src/test/resources", resources);
        List<ClassNode> types = ClassFiles.in(Javac.compile(sources, classes));
        List<Fixture> fixtures = new ArrayList<>();
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                String first = Files.readAllLines(file).get(0);
                fixtures.add(new Fixture(name, first.substring("// ".length()), named(types, name)));
            }
        }
        return fixtures;
    }

    private static List<ClassNode> named(List<ClassNode> types, String name) {
        return types.stream()
                .filter(type -> type.name.equals(name) || type.name.startsWith(name + "$"))
                .toList();
    }
}
