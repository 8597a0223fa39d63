package dev.holdfast.it;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.spi.ToolProvider;

/** A tool of the JDK, run in this process. */
final class Tool {

    private Tool() {}

    /** Runs it and returns what it printed; fails if it fails. */
    static String run(String name, String... arguments) {
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
