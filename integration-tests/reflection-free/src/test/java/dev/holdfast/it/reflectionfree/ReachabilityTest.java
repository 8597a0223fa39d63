package dev.holdfast.it.reflectionfree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.tree.ClassNode;

/** The walk finds every way to a method, and takes none that is not there. */
class ReachabilityTest {

    @TempDir
    private Path temp;

    @Test
    void findsWhatIsRun() throws Exception {
        List<ClassNode> all = ClassFiles.in(Javac.compile(Path.of("src/test/resources/walk"), temp));
        List<ClassNode> root =
                all.stream().filter(type -> type.name.equals("Root")).toList();

        Set<String> declared = methods(all);
        Set<String> reached = methods(new Reachability(root, all).reduced());

        assertThat(declared).contains("Square.reachedByInterface", "Square.unreached", "Round.unreached");
        assertThat(reached)
                .contains(
                        "Constants.reachedByInitializer",
                        "Root.reachedByMethodReference",
                        "Round.reachedByInterface",
                        "Round.reachedFromImplementation",
                        "Shape.reachedAsDefault",
                        "Task.reachedFromTheJdk")
                .noneMatch(name -> name.contains("unreached") || name.startsWith("Square."));
    }

    private static Set<String> methods(List<ClassNode> types) {
        return types.stream()
                .flatMap(type -> type.methods.stream().map(method -> type.name + "." + method.name))
                .collect(Collectors.toSet());
    }
}
