package dev.holdfast.it.reflectionfree;

import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.Artifacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.tree.ClassNode;

/**
 * What the runtime and generated classes ask of Android: all of it runs from API level 24 on, and what a synchronous client needs
 * from 21. D8's core library stands in for java.time below 26, and for java.util.function and java.util.stream below 24; its
 * signatures are no proof where java.util.concurrent is concerned, which D8 leaves to the device though they list it.
 */
class AndroidApiIT {

    private static final String RUNTIME = "dev/holdfast/runtime/";

    /** Caught where it is missing: a thread then keeps the inheritable thread locals of the one that makes it. */
    private static final String THREAD_WITHOUT_LOCALS = RUNTIME + "internal/context/OwnThread:";

    private static final Pattern TIME = Pattern.compile("java\\.time\\.[\\w.]*?[A-Z]\\w*");

    @TempDir
    private Path temp;

    @Test
    void api24HasAllThatTheRuntimeUsesButTypesOfJavaTime() throws Exception {
        Set<String> missing = missing("24", runtime(), Set.of());

        assertThat(missing).allMatch(line -> line.contains("java.time."));
        assertThat(timeTypes(missing))
                .containsExactlyInAnyOrder("java.time.Duration", "java.time.format.DateTimeParseException");
        assertThat(classes(missing))
                .containsExactlyInAnyOrder(
                        RUNTIME + "CallTimeoutException",
                        RUNTIME + "ExponentialBackoff",
                        RUNTIME + "RateLimiter",
                        RUNTIME + "ResilienceException",
                        RUNTIME + "TimeLimiter",
                        RUNTIME + "event/AttemptEnd",
                        RUNTIME + "event/AttemptEvent",
                        RUNTIME + "event/BreakerSnapshot",
                        RUNTIME + "event/CallEnd",
                        RUNTIME + "event/HoldEvent",
                        RUNTIME + "event/RejectedEvent",
                        RUNTIME + "internal/backoff/RetryPolicy",
                        RUNTIME + "internal/breaker/BreakerFigures",
                        RUNTIME + "internal/limit/Limiter",
                        RUNTIME + "internal/timeout/TimeLimit",
                        RUNTIME + "internal/unit/DurationText$Iso",
                        RUNTIME + "internal/unit/Nanos");
    }

    @Test
    void theCoreLibraryOfD8HasThose() throws Exception {
        assertThat(missing("24-desugared", runtime(), Set.of())).isEmpty();
    }

    @Test
    void api26HasAllThatTheRuntimeUses() throws Exception {
        assertThat(missing("26", runtime(), Set.of())).isEmpty();
    }

    @Test
    void generatedClassesNeedJavaTimeOnlyToReadAUsersException() throws Exception {
        for (GeneratedClasses classes : GeneratedClasses.everywhere()) {
            for (List<ClassNode> client : classes.clients()) {
                Set<String> modules = classes.modulesOfInterfaces(client.get(0));
                Set<String> missing = new HashSet<>(AndroidApi.level("24").missing(client, modules));
                missing.removeIf(AndroidApiIT::isFlow);

                assertThat(missing).allMatch(line -> line.contains("java.time."));
                assertThat(classes(missing)).isSubsetOf("golden/clients/ResilientAnyClient$Answers");
                assertThat(AndroidApi.level("26").missing(client, modules)).allMatch(AndroidApiIT::isFlow);
            }
        }
    }

    /** Android has Flow since level 30. Methods name it themselves, or Mutiny's Multi, which is built on it. */
    private static boolean isFlow(String line) {
        return (line.startsWith("golden/streams/") || line.startsWith("golden/mutiny/"))
                && line.contains("java.util.concurrent.Flow");
    }

    @Test
    void syncClientsNeedJavaTimeOnlyForIsoOverrides() throws Exception {
        Set<String> missing = missing("24", synchronousPart(), Set.of("java.net.http"));

        assertThat(classes(missing))
                .filteredOn(name -> name.startsWith(RUNTIME))
                .containsExactly(RUNTIME + "internal/unit/DurationText$Iso");
    }

    @Test
    void aSynchronousClientRunsOnApi21() throws Exception {
        List<ClassNode> part = synchronousPart();

        assertThat(missing("21-desugared", part, Set.of("java.net.http"))).isEmpty();
        assertThat(missing("21", part, Set.of("java.net.http")))
                .filteredOn(line -> line.contains("java.util.concurrent."))
                // Run only for attempts with a way of their own to be cancelled, which no method of a generated class
                // has.
                .allMatch(line -> line.startsWith(RUNTIME + "internal/call/TimedAttempt:")
                        || line.startsWith(RUNTIME + "internal/context/Context:"));
    }

    @Test
    void anAsynchronousClientDoesNotRunOnApi21() throws Exception {
        List<ClassNode> part = reachable(GeneratedClasses::isAsynchronous);

        assertThat(AndroidApi.level("21-desugared").missing(part, Set.of("java.net.http")))
                .anyMatch(line -> line.contains("java.util.concurrent.CompletionStage"));
    }

    @Test
    void theSynchronousPartHasAllPoliciesAndNoFuture() throws Exception {
        assertThat(synchronousPart().stream().map(type -> type.name).collect(toSet()))
                .contains(
                        RUNTIME + "generated/SyncGuard",
                        RUNTIME + "internal/breaker/Breaker",
                        RUNTIME + "internal/backoff/RetryPolicy",
                        RUNTIME + "internal/limit/Limiter",
                        RUNTIME + "internal/limit/Quota",
                        RUNTIME + "internal/bulkhead/Places",
                        RUNTIME + "internal/call/TimedAttempt",
                        RUNTIME + "internal/fallback/FallbackPolicy")
                .doesNotContainAnyElementsOf(laterGuards());
    }

    /** Named by the class files, so that a name here cannot be one of the past. */
    private static List<String> laterGuards() throws Exception {
        List<String> guards = runtime().stream()
                .map(type -> type.name)
                .filter(name -> name.matches(".*/(AsyncGuard|AsyncCall|GuardedCall|StageGuard|LibraryCall)"))
                .collect(toList());
        assertThat(guards).hasSize(5);
        return guards;
    }

    @Test
    void whatALevelLacksIsFound() throws Exception {
        List<String> levels = List.of("21", "21-desugared", "24", "24-desugared", "26");
        for (Fixture fixture : Fixture.in("missing", temp)) {
            String[] expected = fixture.expected().split(": ", 2);
            for (String level : levels) {
                Set<String> missing = AndroidApi.level(level).missing(fixture.types(), Set.of());

                assertThat(missing.stream().anyMatch(line -> line.endsWith(": " + expected[1])))
                        .as("%s at %s: %s", fixture.name(), level, missing)
                        .isEqualTo(List.of(expected[0].split(", ")).contains(level));
            }
        }
    }

    private static List<ClassNode> runtime() throws Exception {
        List<ClassNode> types = new ArrayList<>(ClassFiles.in(Artifacts.RUNTIME));
        types.addAll(ClassFiles.in(Artifacts.ANNOTATIONS));
        return types;
    }

    private static List<ClassNode> synchronousPart() throws Exception {
        return reachable(classes -> !GeneratedClasses.isAsynchronous(classes));
    }

    /** What clients can run that are chosen by all their classes: the client itself and those in it. */
    private static List<ClassNode> reachable(Predicate<Collection<ClassNode>> chosen) throws Exception {
        List<ClassNode> roots = new ArrayList<>();
        for (GeneratedClasses classes : GeneratedClasses.everywhere()) {
            classes.clients().stream().filter(chosen).forEach(roots::addAll);
        }
        return new Reachability(roots, runtime()).reduced();
    }

    private static Set<String> missing(String level, Collection<ClassNode> types, Set<String> modules)
            throws Exception {
        return AndroidApi.level(level).missing(types, modules).stream()
                .filter(line -> !line.startsWith(THREAD_WITHOUT_LOCALS) || !line.contains("boolean"))
                .collect(toSet());
    }

    private static Set<String> classes(Set<String> missing) {
        return missing.stream().map(line -> line.replaceFirst(":.*", "")).collect(toSet());
    }

    private static Set<String> timeTypes(Set<String> missing) {
        return missing.stream()
                .flatMap(line -> TIME.matcher(line).results())
                .map(MatchResult::group)
                .collect(toSet());
    }
}
