package dev.holdfast.it.reflectionfree;

import dev.holdfast.testkit.Artifacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.codehaus.mojo.animal_sniffer.Clazz;
import org.codehaus.mojo.animal_sniffer.SignatureChecker;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;

/** What an API level of Android has, by animal-sniffer and the signatures of gummy-bears. */
final class AndroidApi {

    private static final Map<String, AndroidApi> LEVELS = new ConcurrentHashMap<>();

    private final Map<String, Clazz> signatures;

    private AndroidApi(Map<String, Clazz> signatures) {
        this.signatures = signatures;
    }

    /** A level: {@code "24"}, or {@code "24-desugared"} with D8's core library. */
    static AndroidApi level(String level) {
        return LEVELS.computeIfAbsent(level, AndroidApi::read);
    }

    private static AndroidApi read(String level) {
        Path file = Path.of(Artifacts.property("android.signatures"), level + ".signature");
        try (InputStream in = Files.newInputStream(file)) {
            return new AndroidApi(SignatureChecker.loadClasses(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What classes use and the level lacks, as {@code "dev/holdfast/runtime/Foo:12: Undefined reference: ..."}.
     *
     * @param modules of the JDK that they may use all the same, as their users do
     */
    Set<String> missing(Collection<ClassNode> types, Set<String> modules) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "checked");
        for (ClassNode type : types) {
            ClassWriter writer = new ClassWriter(0);
            type.accept(writer);
            Path file = folder.resolve(type.name + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, writer.toByteArray());
        }
        Set<String> found = new LinkedHashSet<>();
        SignatureChecker checker = new SignatureChecker(
                signatures,
                ignored(types, modules),
                new ErrorLog(
                        message -> found.add(message.replace(folder + "/", "").replace(".class", ""))));
        checker.setSourcePath(List.of());
        checker.process(folder);
        if (checker.isSignatureBroken() == found.isEmpty()) {
            throw new AssertionError("animal-sniffer has found something else: " + found);
        }
        return found;
    }

    /** What is not Android's: our own classes, their users', and libraries'. */
    private static Set<String> ignored(Collection<ClassNode> types, Set<String> modules) {
        return References.ofAll(types).stream()
                .map(Reference::owner)
                .filter(name -> isForeign(SystemModules.of(name), modules))
                .map(name -> Type.getObjectType(name).getClassName())
                .collect(Collectors.toSet());
    }

    private static boolean isForeign(String module, Set<String> modules) {
        return module.isEmpty() || !module.equals(SystemModules.BASE) && modules.contains(module);
    }
}
