package dev.holdfast.benchmarks.inlining;

import dev.holdfast.benchmarks.ChildJvm;
import dev.holdfast.benchmarks.subject.Policies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What HotSpot's last compilation of a hot caller made of a generated method and of what that calls.
 *
 * @param method the generated method
 * @param bytes its bytecode, or 0 if the compiler never looked at it
 * @param inlined whether it became a part of its caller
 * @param refused calls on the success path that were left as calls, with the compiler's reason; its own call too, if it was
 */
public record Inlining(String method, int bytes, boolean inlined, List<String> refused) {

    /** The same compilations at the same calls each time, by the compiler that hot code ends in. */
    private static final List<String> OPTIONS = List.of(
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:+PrintCompilation",
            "-XX:+PrintInlining",
            "-XX:-TieredCompilation",
            "-XX:-BackgroundCompilation");

    private static final Pattern CALL =
            Pattern.compile("[\\s!]+@ \\d+\\s+(dev\\.holdfast\\.\\S+) \\((\\d+) bytes\\)\\s+(.*)");

    /** Never taken, so not on the success path. */
    private static final Pattern COLD =
            Pattern.compile(".*(never executed|unreached|too cold|low call site frequency|executed < ).*");

    /**
     * Runs the caller in a JVM of its own.
     *
     * @param policies what protects
     * @param async whether the client is asynchronous
     * @return what became of it
     * @throws IOException if that fails
     * @throws InterruptedException if interrupted
     */
    public static Inlining of(Policies policies, boolean async) throws IOException, InterruptedException {
        String[] arguments = async ? new String[] {policies.name(), "async"} : new String[] {policies.name()};
        return parse(ChildJvm.run(OPTIONS, HotLoop.class, arguments));
    }

    static Inlining parse(List<String> log) {
        List<String> last = lastCompilation(log);
        String method = "";
        int bytes = 0;
        boolean inlined = false;
        List<String> refused = new ArrayList<>();
        for (String line : last) {
            Matcher call = CALL.matcher(line);
            if (!call.matches()) {
                continue;
            }
            boolean done = call.group(3).startsWith("inline");
            if (bytes == 0 && call.group(1).contains(".Resilient")) {
                method = call.group(1);
                bytes = Integer.parseInt(call.group(2));
                inlined = done;
            }
            if (!done
                    && !call.group(3).startsWith("accessor")
                    && !COLD.matcher(call.group(3)).matches()) {
                refused.add(call.group(1) + ": " + call.group(3).strip());
            }
        }
        return new Inlining(method, bytes, inlined, List.copyOf(refused));
    }

    /** The tree of calls of the caller's last compilation. */
    private static List<String> lastCompilation(List<String> log) {
        List<String> tree = new ArrayList<>();
        boolean inCaller = false;
        for (String line : log) {
            boolean begins = line.matches("\\s*\\d+\\s+\\d+ .*::.*\\(\\d+ bytes\\).*");
            if (begins) {
                inCaller = line.contains("HotLoop::call") && !line.contains("made not entrant");
                if (inCaller) {
                    tree.clear();
                }
            } else if (inCaller) {
                tree.add(line);
            }
        }
        return tree;
    }
}
