package dev.holdfast.nativeimage;

import static dev.holdfast.nativeimage.Program.say;

import dev.holdfast.runtime.Overrides;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;

/** Values that take the place of those in annotations, from each source that the runtime has. */
final class FromOutside {

    private FromOutside() {}

    static void tell() {
        String attempts = ResilientQuoteClient.Keys.QUOTE + "Backoff/maxAttempts";
        say("annotation", attempts(Overrides.of(key -> null)));
        say("system properties as they are", attempts(Overrides.systemProperties()));

        System.setProperty(attempts, "7");
        say("system property", attempts(Overrides.systemProperties()));
        System.clearProperty(attempts);

        Properties properties = new Properties();
        properties.setProperty("Backoff/maxAttempts", "2");
        say("properties", attempts(Overrides.of(properties)));
        properties.setProperty(attempts, "several");
        say("wrong value", () -> attempts(Overrides.of(properties)));
        properties.remove(attempts);
        properties.setProperty(ResilientQuoteClient.Keys.QUOTE + "Backoff/maxAttemps", "2");
        say("key that means nothing", () -> attempts(Overrides.of(properties)));

        say(
                "function",
                attempts(Overrides.of(Map.of(ResilientQuoteClient.Keys.INTERFACE + "Backoff/maxAttempts", "4")::get)));
        say("environment", attempts(Overrides.environment()));
        say("switched off", attempts(Overrides.of(Map.of("Backoff/enabled", "false")::get)));
    }

    /** How often a call is tried. */
    private static int attempts(Overrides overrides) {
        QuoteService service = new QuoteService();
        service.failures.set(Integer.MAX_VALUE);
        QuoteClient client = new ResilientQuoteClient(
                service, new VirtualTime().holdfast().overrides(overrides).build());
        try {
            client.quote("a");
        } catch (IOException expected) {
            return service.calls.get();
        }
        throw new IllegalStateException("the service did not fail");
    }
}
