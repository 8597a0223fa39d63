package dev.holdfast.testkit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.spi.ToolProvider;

/** A tool of the JDK, run in this process. */
public final class JdkTool {

    private JdkTool() {}

    /** Runs it and returns its output; fails if it fails. */
    public static String run(String name, List<String> arguments) {
        return run(name, arguments.toArray(new String[0]));
    }

    /** Runs it and returns its output; fails if it fails. */
    public static String run(String name, String... arguments) {
        ToolProvider tool = ToolProvider.findFirst(name).orElseThrow();
        StringWriter output = new StringWriter();
        PrintWriter printer = new PrintWriter(output, true);
        int exit = tool.run(printer, printer, arguments);
        if (exit != 0) {
            throw new AssertionError(name + " ended with " + exit + ":\n" + output);
        }
        return output.toString();
    }
}
