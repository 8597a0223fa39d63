package dev.holdfast.processor.check;

import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.diagnostic.MethodDiagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.policy.PolicySettings;
import dev.holdfast.processor.policy.ProtectedMethod;
import java.util.List;
import java.util.stream.Stream;

/** Methods of libraries whose clients repeat requests themselves: each attempt would be several. Said once of each annotation. */
public final class ClientRetriesCheck implements MethodCheck {

    /**
     * A library whose clients repeat requests.
     *
     * @param packages what the names of its packages begin with
     * @param name whose clients they are
     * @param attempts how many attempts they make at most, by their own documentation
     * @param off what turns that off
     */
    private record Library(String packages, String name, int attempts, String off) {}

    private static final List<Library> LIBRARIES = List.of(
            new Library(
                    "software.amazon.awssdk.",
                    "AWS",
                    4,
                    "overrideConfiguration(each -> each.retryStrategy(AwsRetryStrategy.doNotRetry()))"),
            new Library("com.openai.", "OpenAI", 3, "maxRetries(0)"),
            new Library("com.anthropic.", "Anthropic", 3, "maxRetries(0)"),
            new Library("com.google.cloud.", "Google", 6, "setRetrySettings(ServiceOptions.getNoRetrySettings())"),
            new Library("com.stripe.", "Stripe", 3, "setMaxNetworkRetries(0)"),
            new Library(
                    "com.azure.",
                    "Azure",
                    4,
                    "retryOptions(new RetryOptions(new FixedDelayOptions(0, Duration.ZERO)))"));

    @Override
    public void check(ProtectedMethod method, JavaTypes java, Problems problems) {
        PolicySettings repeating = method.repeating();
        PolicySettings.Repetition repetition = repeating == null ? null : repeating.repetition();
        if (repeating == null || repetition == null) {
            return;
        }
        List<String> names = Stream.concat(
                        Stream.of(method.client()),
                        method.method().declarations().stream().map(Names::typeOf))
                .map(each -> each.getQualifiedName().toString())
                .toList();
        int attempts = repetition.schedule().size() + 1;
        AnnotationReader source = repeating.source();
        LIBRARIES.stream()
                .filter(each -> names.stream().anyMatch(name -> name.startsWith(each.packages())))
                .findFirst()
                .ifPresent(each -> problems.report(
                        MethodDiagnostic.CLIENT_RETRIES,
                        // A preset is not to blame for the interface that it stands on.
                        source.presetName().isEmpty() ? source.at("maxAttempts") : source.onTarget(),
                        source.name(),
                        source.target(),
                        attempts,
                        each.name(),
                        each.attempts(),
                        attempts * each.attempts(),
                        each.off()));
    }
}
