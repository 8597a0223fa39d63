package dev.holdfast.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The time of one compilation, from the first call of {@code javax.tools} to the last file written.
 *
 * <p>No stop-watch in a compiler can part a processor's cost from the compiler's: the compiler parses and enters what was
 * generated within the processing, reads symbols when a processor first asks for them, and starts over after each round. So
 * whole compilations are measured, and what one does more than another is what that costs:
 *
 * <ul>
 *   <li><b>processing</b> = {@link Variant#FULL} - {@link Variant#BY_HAND}: the same classes come out of both, so this is what
 *       having a class generated costs over having written it. Rounds of the compiler are in it;
 *   <li><b>compiling the generated class</b> = {@link Variant#BY_HAND} - {@link Variant#INTERFACES}: no processor runs in
 *       either, so this is what {@code javac} needs for the same code from anyone's hand;
 *   <li><b>in all</b> = {@link Variant#FULL} - {@link Variant#INTERFACES}, the sum of both: what a user's build pays;
 *   <li><b>other processors</b> = {@link Variant#AUTO_VALUE} - {@link Variant#AUTO_VALUE_TYPES}, and likewise for MapStruct: what
 *       their users' builds pay for as many types with as many methods;
 *   <li><b>processing alone</b> = {@link Variant#PROCESSING} - {@link Variant#IDLE_PROCESSOR}: measured without the compiler's
 *       back end, as a check on the first. It has in it that the compiler parses the generated class, which the first has not.
 * </ul>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CompileBenchmark {

    /** System property: the folder with the workspaces, prepared elsewhere so that a cold compiler stays cold. */
    static final String WORKSPACES = "holdfast.workspaces";

    /** What is done. JMH sets it. */
    @Param
    public Variant variant = Variant.FULL;

    /** How much of it, as in {@code 100x10}. JMH sets it. */
    @Param("10x10")
    public String size = "";

    private List<Path> sources = List.of();
    private Path output = Path.of("");

    /** Called by JMH. */
    public CompileBenchmark() {}

    /**
     * Looks up the sources.
     *
     * @throws IOException if they are not there
     */
    @Setup(Level.Trial)
    public void findSources() throws IOException {
        sources = Workspace.of(Path.of(System.getProperty(WORKSPACES)), Size.parse(size))
                .sources(variant);
    }

    /**
     * Makes a folder for what the compiler writes.
     *
     * @throws IOException if it cannot be made
     */
    @Setup(Level.Iteration)
    public void makeOutput() throws IOException {
        output = Files.createTempDirectory("holdfast-benchmark");
    }

    /**
     * Removes it.
     *
     * @throws IOException if it cannot be removed
     */
    @TearDown(Level.Iteration)
    public void deleteOutput() throws IOException {
        Workspace.delete(output);
    }

    /**
     * What is measured.
     *
     * @throws IOException if a file cannot be read or written
     */
    @Benchmark
    public void compile() throws IOException {
        new Compilation(variant, sources).run(output);
    }
}
