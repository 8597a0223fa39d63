package dev.holdfast.races;

import java.io.File;
import java.util.SortedSet;
import org.openjdk.jcstress.JCStress;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;

/** Runs jcstress with its own options, and fails also where it ran nothing, which jcstress takes for a success. */
public final class RaceTests {

    private RaceTests() {}

    /**
     * Ends with an exception, and so with an exit code that is not zero, if an outcome was seen that a test forbids, or if a test
     * was not run.
     *
     * @param args see {@code -h}
     * @throws Exception if the results cannot be written or read
     */
    public static void main(String[] args) throws Exception {
        Options options = new Options(args);
        if (!options.parse()) {
            throw new IllegalArgumentException("jcstress does not take these options");
        }
        JCStress jcstress = new JCStress(options);
        jcstress.run();
        SortedSet<String> missing = jcstress.getTests();
        boolean none = missing.isEmpty();
        for (TestResult result : results(options.getResultFile())) {
            missing.remove(result.getName());
        }
        if (none || !missing.isEmpty()) {
            throw new IllegalStateException("not run, for want of a match or of two processors: " + missing);
        }
    }

    private static Iterable<TestResult> results(String file) throws Exception {
        InProcessCollector results = new InProcessCollector();
        if (!new File(file).exists()) {
            return results.getTestResults();
        }
        DiskReadCollector reader = new DiskReadCollector(file, results);
        reader.dump();
        reader.close();
        return results.getTestResults();
    }
}
