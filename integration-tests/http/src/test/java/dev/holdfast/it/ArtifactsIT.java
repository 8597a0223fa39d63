package dev.holdfast.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.Artifacts;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What is in the jars that users get. */
class ArtifactsIT {

    private static final int JAVA_11 = 55;
    private static final int JAVA_17 = 61;

    @Test
    void annotationsAndRuntimeAreRealModules() {
        ModuleDescriptor annotations = module(Artifacts.ANNOTATIONS);
        ModuleDescriptor runtime = module(Artifacts.RUNTIME);

        assertThat(annotations.isAutomatic()).isFalse();
        assertThat(annotations.name()).isEqualTo("dev.holdfast.annotations");
        assertThat(annotations.exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactly("dev.holdfast.annotations");
        assertThat(runtime.isAutomatic()).isFalse();
        assertThat(runtime.name()).isEqualTo("dev.holdfast.runtime");
        assertThat(runtime.exports())
                .extracting(ModuleDescriptor.Exports::source)
                .contains("dev.holdfast.runtime")
                .allMatch(name -> name.startsWith("dev.holdfast.runtime"));
    }

    @Test
    void atRunTimeTheyNeedNothingButTheBase() {
        assertThat(needed(module(Artifacts.ANNOTATIONS))).containsExactly("java.base");
        assertThat(needed(module(Artifacts.RUNTIME)))
                .containsExactlyInAnyOrder("java.base", "dev.holdfast.annotations");
    }

    @Test
    void theyRunOnJava11AndTheProcessorOnJava17() throws Exception {
        assertThat(classFileVersions(Artifacts.ANNOTATIONS)).containsOnly(JAVA_11);
        assertThat(classFileVersions(Artifacts.RUNTIME)).containsOnly(JAVA_11);
        assertThat(classFileVersions(Artifacts.PROCESSOR)).allMatch(version -> version <= JAVA_17);
    }

    @Test
    void javaPoetIsRelocatedInsideTheProcessor() throws Exception {
        try (JarFile jar = new JarFile(Artifacts.PROCESSOR.toFile())) {
            assertThat(names(jar))
                    .noneMatch(name -> name.startsWith("com/"))
                    .anyMatch(name -> name.startsWith("dev/holdfast/processor/shaded/javapoet/"))
                    .filteredOn(name -> name.endsWith(".class"))
                    .allMatch(name -> name.startsWith("dev/holdfast/processor/"));
            for (JarEntry entry : classes(jar)) {
                assertThat(new String(read(jar, entry), ISO_8859_1))
                        .as(entry.getName())
                        .doesNotContain("com/palantir/javapoet", "com.palantir.javapoet");
            }
        }
    }

    @Test
    void theProcessorIsFoundByItsServiceFile() throws Exception {
        try (JarFile jar = new JarFile(Artifacts.PROCESSOR.toFile())) {
            JarEntry service = jar.getJarEntry("META-INF/services/javax.annotation.processing.Processor");

            assertThat(service).isNotNull();
            assertThat(new String(read(jar, service), UTF_8).strip())
                    .isEqualTo("dev.holdfast.processor.ResilienceProcessor");
        }
    }

    private static ModuleDescriptor module(Path jar) {
        return ModuleFinder.of(jar).findAll().iterator().next().descriptor();
    }

    private static List<String> needed(ModuleDescriptor module) {
        return module.requires().stream()
                .filter(needs -> !needs.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                .map(ModuleDescriptor.Requires::name)
                .toList();
    }

    private static Iterable<Integer> classFileVersions(Path path) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            return classes(jar).stream()
                    .map(entry -> {
                        byte[] bytes = read(jar, entry);
                        return (bytes[6] & 0xff) << 8 | bytes[7] & 0xff;
                    })
                    .collect(toSet());
        }
    }

    private static List<JarEntry> classes(JarFile jar) {
        return jar.stream().filter(entry -> entry.getName().endsWith(".class")).toList();
    }

    private static List<String> names(JarFile jar) {
        return jar.stream().map(JarEntry::getName).toList();
    }

    private static byte[] read(JarFile jar, JarEntry entry) {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
