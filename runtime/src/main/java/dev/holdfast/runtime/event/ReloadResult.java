package dev.holdfast.runtime.event;

import dev.holdfast.runtime.Holdfast;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The outcome of {@link Holdfast#reload()}. Immutable. */
public final class ReloadResult {

    private final List<String> changed;
    private final List<String> refused;

    /**
     * Makes a result, for tests of its users.
     *
     * @param changed a line for each value that was changed
     * @param refused a line for each value that was not
     */
    public ReloadResult(List<String> changed, List<String> refused) {
        this.changed = Collections.unmodifiableList(new ArrayList<>(changed));
        this.refused = Collections.unmodifiableList(new ArrayList<>(refused));
    }

    /**
     * Returns the values that are in force now: {@code com.acme.GitHubClient/Backoff/maxAttempts: 4 -> 2}.
     *
     * @return a line for each value, in alphabetical order
     */
    public List<String> changed() {
        return changed;
    }

    /**
     * Returns the values that only a new client has, since a living one can't change them: {@code
     * com.acme.GitHubClient/Backoff/retryStatuses: [503] -> [500-599]}.
     *
     * @return a line for each value, in alphabetical order
     */
    public List<String> refused() {
        return refused;
    }

    /** One line for logs. */
    @Override
    public String toString() {
        return "changed " + changed + ", refused " + refused;
    }
}
