package dev.holdfast.it.shrinkers;

import com.android.tools.r8.Diagnostic;
import com.android.tools.r8.DiagnosticsHandler;
import com.android.tools.r8.DiagnosticsLevel;
import java.util.ArrayList;
import java.util.List;

/** Keeps what D8 and R8 warn of, which must be nothing. */
final class Complaints implements DiagnosticsHandler {

    private final List<String> complaints = new ArrayList<>();

    @Override
    public void warning(Diagnostic warning) {
        complaints.add("warning: " + warning.getDiagnosticMessage());
    }

    @Override
    public void error(Diagnostic error) {
        complaints.add("error: " + error.getDiagnosticMessage());
    }

    @Override
    public void info(Diagnostic info) {
        // Says nothing about what is wrong.
    }

    @Override
    public DiagnosticsLevel modifyDiagnosticsLevel(DiagnosticsLevel level, Diagnostic diagnostic) {
        return level;
    }

    void mustBeNone() {
        if (!complaints.isEmpty()) {
            throw new AssertionError(String.join("\n", complaints));
        }
    }
}
