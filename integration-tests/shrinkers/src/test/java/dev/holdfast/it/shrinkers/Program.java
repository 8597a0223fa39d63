package dev.holdfast.it.shrinkers;

import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.it.shrinkers.later.Later;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.scenarios.Main;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kotlin.Unit;
import kotlinx.coroutines.BuildersKt;
import org.jetbrains.annotations.NotNull;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * What an app hands to a shrinker.
 *
 * @param main the main class
 * @param files class files, all that it may need but for the libraries
 * @param libraries jars that stay as they are
 */
record Program(String main, List<Path> files, List<Path> libraries) {

    /** The program that drives generated clients through every policy. */
    static Program scenarios() {
        List<Path> files = new ArrayList<>(classesOf(Main.class));
        files.addAll(classesOf(VirtualTime.class));
        return new Program(Main.class.getName(), with(files), List.of());
    }

    /** A program of this module with Holdfast: the package of its main class, without the files of some simple names. */
    static Program of(Class<?> main, String... without) {
        Path folder = place(main).resolve(main.getPackageName().replace('.', '/'));
        List<Path> files = new ArrayList<>(classesIn(folder));
        for (String name : without) {
            files.removeIf(file -> file.endsWith(name + ".class"));
        }
        return new Program(main.getName(), with(files), List.of());
    }

    /** The program of this module whose clients answer later, in types of Reactor and of Kotlin's coroutines. */
    static Program later() throws IOException {
        List<Path> files = new ArrayList<>(of(Later.class).files());
        files.addAll(classesOf(VirtualTime.class));
        return new Program(
                Later.class.getName(),
                files,
                List.of(
                        place(Flux.class),
                        place(Publisher.class),
                        place(BuildersKt.class),
                        place(Unit.class),
                        place(NotNull.class),
                        JavaBase.logging()));
    }

    /** The same program after something was done to it. */
    Program as(Path jar) {
        return new Program(main, List.of(jar), libraries);
    }

    /** The same with the libraries of Kotlin as parts of the program. */
    Program withKotlinInside() {
        List<Path> inside = new ArrayList<>(files);
        List<Path> outside = new ArrayList<>(libraries);
        for (Class<?> each : List.of(BuildersKt.class, Unit.class)) {
            inside.add(place(each));
            outside.remove(place(each));
        }
        return new Program(main, inside, outside);
    }

    /** All of these jars, and the libraries. */
    Path[] with(Path... jars) {
        return Stream.concat(Stream.of(jars), libraries.stream()).toArray(Path[]::new);
    }

    /** The only rule that an app needs: where it begins. */
    String keepMain() {
        return "-keep class " + main + " { public static void main(java.lang.String[]); }";
    }

    /**
     * The annotations {@code @Nullable} and {@code @NullMarked}, which class files name and DEX files do not. A JVM needs no class for an annotation that is
     * not there; shrinkers of class files ask for one.
     */
    static Path nullnessMarks() {
        return place(Nullable.class);
    }

    private static List<Path> with(List<Path> own) {
        List<Path> files = new ArrayList<>(own);
        files.addAll(classesOf(Holdfast.class));
        files.addAll(classesOf(CircuitBreaker.class));
        return files;
    }

    /** The jar that a class comes from, or where Maven has not packed one yet, all class files beside it. */
    static List<Path> classesOf(Class<?> type) {
        Path place = place(type);
        return Files.isDirectory(place) ? classesIn(place) : List.of(place);
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> classesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("module-info.class"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
