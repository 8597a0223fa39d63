package dev.holdfast.it.reflectionfree;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.holdfast.testkit.Artifacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * What Holdfast has written in one place of this build, with all that was compiled beside it.
 *
 * @param place a folder, from the root of the project
 * @param types what was written, and the classes in it
 */
record GeneratedClasses(String place, Map<String, ClassNode> surroundings, List<ClassNode> types) {

    /** Folders that modules compile clients into. */
    private static final List<String> MODULES = List.of(
            "examples/target/classes",
            "integration-tests/clients/target/test-classes",
            "integration-tests/consumers/classpath/target/classes",
            "integration-tests/consumers/kapt/target/classes",
            "integration-tests/consumers/module/target/classes",
            "integration-tests/consumers/neighbours/target/classes",
            "integration-tests/http/target/test-classes",
            "integration-tests/reflection-free/target/test-classes");

    /** No two cases have different classes of the same name, so that they can be compiled at once. */
    private static final String GOLDEN = "processor/src/test/resources/golden";

    /** What is compiled for asynchronous methods, of futures or of libraries' calls. */
    private static final Set<String> ASYNCHRONOUS =
            Set.of("dev/holdfast/runtime/generated/AsyncGuard", "dev/holdfast/runtime/generated/GuardedCall");

    /** Those of the modules, and those that the processor writes for its golden sources. */
    static List<GeneratedClasses> everywhere() {
        return Everywhere.PLACES;
    }

    /** Whether a client has an asynchronous method. */
    static boolean isAsynchronous(Collection<ClassNode> client) {
        return References.ofAll(client).stream().anyMatch(reference -> ASYNCHRONOUS.contains(reference.owner()));
    }

    /** Each client's classes: its own, and those in it. An interface that is written for one has no code. */
    Collection<List<ClassNode>> clients() {
        return types.stream()
                .filter(type -> (type.access & Opcodes.ACC_INTERFACE) == 0)
                .collect(groupingBy(type -> outermost(type).name))
                .values();
    }

    private static GeneratedClasses of(String place, Path folder) throws IOException {
        List<ClassNode> all = ClassFiles.in(folder);
        return new GeneratedClasses(
                place, all.stream().collect(toMap(type -> type.name, type -> type)), ClassFiles.generated(all));
    }

    /** The JDK's modules that an interface which a generated class implements refers to, or one above it. */
    Set<String> modulesOfInterfaces(ClassNode generated) {
        Set<ClassNode> interfaces = new HashSet<>();
        collect(outermost(generated).interfaces, interfaces);
        return SystemModules.of(interfaces);
    }

    private void collect(Collection<String> names, Set<ClassNode> interfaces) {
        for (String name : names) {
            ClassNode type = surroundings.get(name);
            if (type != null && interfaces.add(type)) {
                collect(type.interfaces, interfaces);
            }
        }
    }

    private ClassNode outermost(ClassNode nested) {
        return types.stream()
                .filter(type -> nested.name.equals(type.name) || nested.name.startsWith(type.name + "$"))
                .min(Comparator.comparingInt(type -> type.name.length()))
                .orElseThrow();
    }

    /** Read once, since the golden sources take seconds to compile. */
    private static final class Everywhere {

        static final List<GeneratedClasses> PLACES = read();

        private static List<GeneratedClasses> read() {
            try {
                List<GeneratedClasses> places = new ArrayList<>();
                for (String module : MODULES) {
                    places.add(of(module, Artifacts.ROOT.resolve(module)));
                }
                Path golden =
                        Javac.compileClients(Artifacts.ROOT.resolve(GOLDEN), "input", Path.of("target/golden-classes"));
                places.add(of(GOLDEN, golden));
                return places;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
