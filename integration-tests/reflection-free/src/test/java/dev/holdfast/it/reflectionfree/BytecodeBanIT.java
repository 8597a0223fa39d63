package dev.holdfast.it.reflectionfree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.Artifacts;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.tree.ClassNode;

/** Neither the jars nor any generated class uses reflection, or anything beyond java.base. */
class BytecodeBanIT {

    @TempDir
    private Path temp;

    @Test
    void theJarsUseNoneOfIt() throws Exception {
        List<ClassNode> annotations = ClassFiles.in(Artifacts.ANNOTATIONS);
        List<ClassNode> runtime = ClassFiles.in(Artifacts.RUNTIME);

        assertThat(annotations).hasSizeGreaterThan(10);
        assertThat(runtime).hasSizeGreaterThan(100);
        assertThat(Offence.in(annotations, Set.of())).isEmpty();
        assertThat(Offence.in(runtime, Set.of())).isEmpty();
    }

    @Test
    void generatedClassesUseNoneOfItButTheModulesOfTheirOwnInterface() throws Exception {
        for (GeneratedClasses classes : GeneratedClasses.everywhere()) {
            assertThat(classes.types()).as(classes.place()).isNotEmpty();
            for (ClassNode type : classes.types()) {
                assertThat(Offence.in(List.of(type), classes.modulesOfInterfaces(type)))
                        .as(classes.place())
                        .isEmpty();
            }
        }
    }

    @Test
    void eachBanIsFoundWhereItIsBroken() throws Exception {
        Set<Ban> broken = EnumSet.noneOf(Ban.class);
        for (Fixture fixture : Fixture.in("offences", temp)) {
            List<Offence> found = Offence.in(fixture.types(), Set.of());

            assertThat(found).extracting(Offence::toString).contains(fixture.expected());
            found.forEach(offence -> broken.add(offence.ban()));
        }
        assertThat(broken).containsExactlyInAnyOrder(Ban.values());
    }

    @Test
    void aModuleIsAllowedOnlyToWhoeverHasIt() throws Exception {
        List<Fixture> fixtures = Fixture.in("offences", temp);
        Fixture logging = fixtures.stream()
                .filter(fixture -> fixture.name().equals("LogsToOtherModule"))
                .findFirst()
                .orElseThrow();

        assertThat(Offence.in(logging.types(), Set.of("java.logging"))).isEmpty();
        assertThat(Offence.in(logging.types(), Set.of("java.net.http"))).isNotEmpty();
    }
}
