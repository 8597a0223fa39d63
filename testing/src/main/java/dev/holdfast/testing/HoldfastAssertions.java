package dev.holdfast.testing;

/**
 * Where assertions about recorded calls begin.
 *
 * <pre>{@code
 * import static dev.holdfast.testing.HoldfastAssertions.assertThat;
 * ...
 * assertThat(recorded.calls("GitHubClient.user")).succeeded().retried(2).waited("200ms", "400ms");
 * }</pre>
 *
 * <p>The static import goes together with that of AssertJ or Truth: the compiler chooses by the type of the argument.
 */
public final class HoldfastAssertions {

    private HoldfastAssertions() {}

    /**
     * Begins assertions about all calls of a context.
     *
     * @param recorded the listener of the context
     * @return assertions about what was recorded so far
     */
    public static CallsAssert assertThat(RecordingListener recorded) {
        return new CallsAssert(recorded.calls());
    }

    /**
     * Begins assertions about some calls.
     *
     * @param calls such as {@code recorded.calls("GitHubClient.user")}
     * @return assertions about these calls
     */
    public static CallsAssert assertThat(RecordedCalls calls) {
        return new CallsAssert(calls);
    }
}
