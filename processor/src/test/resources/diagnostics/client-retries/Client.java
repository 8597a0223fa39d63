package p;

import com.anthropic.client.AnthropicClient;
import com.azure.search.SearchClient;
import com.google.cloud.storage.Storage;
import com.openai.client.OpenClient;
import com.openai4j.Lookalike;
import com.stripe.net.Charges;
import dev.holdfast.annotations.*;
import software.amazon.awssdk.services.blob.BlobClient;

@Backoff
@Resilient(of = BlobClient.class)
interface Client {}

class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    int statusCode() {
        return 429;
    }
}

@RateLimited(on = BusyException.class, maxAttempts = 2)
@Resilient(of = OpenClient.class)
interface Limited {}

@Resilient(of = AnthropicClient.class)
interface OnOneMethod {
    @Backoff(maxAttempts = 3)
    String call(String text);
}

@Backoff(maxAttempts = 2)
interface Owned extends Storage {
    void flush();
}

@Backoff(maxAttempts = 2)
@Resilient(of = Charges.class)
interface ChargesPolicy {}

@Backoff(maxAttempts = 2)
@Resilient(of = SearchClient.class)
interface SearchPolicy {}

@CircuitBreaker
@Backoff(maxAttempts = 1)
@RateLimited(permits = 10, burst = 5)
@Resilient(of = BlobClient.class, className = "Once*")
interface Once {}

@RateLimited(permits = 10, burst = 5)
@Resilient(of = BlobClient.class, className = "Quota*")
interface Quota {}

@Backoff
@Resilient(of = BlobClient.class, className = "Silent*")
@SuppressWarnings("holdfast:client-retries")
interface Silent {}

@Backoff
@Resilient(of = Lookalike.class)
interface Other {}

// expect: Client.java:39: warning: [holdfast:client-retries] @Backoff on ChargesPolicy makes up to 2 attempts, and Stripe's client may make 3 of each: 6 requests for one call. Fix: turn its own off with setMaxNetworkRetries(0), and silence this warning.
// expect: Client.java:12: warning: [holdfast:client-retries] @Backoff on Client makes up to 5 attempts, and AWS's client may make 4 of each: 20 requests for one call. Fix: turn its own off with overrideConfiguration(each -> each.retryStrategy(AwsRetryStrategy.doNotRetry())), and silence this warning.
// expect: Client.java:24: warning: [holdfast:client-retries] @RateLimited on Limited makes up to 2 attempts, and OpenAI's client may make 3 of each: 6 requests for one call. Fix: turn its own off with maxRetries(0), and silence this warning.
// expect: Client.java:30: warning: [holdfast:client-retries] @Backoff on OnOneMethod.call(String) makes up to 3 attempts, and Anthropic's client may make 3 of each: 9 requests for one call. Fix: turn its own off with maxRetries(0), and silence this warning.
// expect: Client.java:34: warning: [holdfast:client-retries] @Backoff on Owned makes up to 2 attempts, and Google's client may make 6 of each: 12 requests for one call. Fix: turn its own off with setRetrySettings(ServiceOptions.getNoRetrySettings()), and silence this warning.
// expect: Client.java:43: warning: [holdfast:client-retries] @Backoff on SearchPolicy makes up to 2 attempts, and Azure's client may make 4 of each: 8 requests for one call. Fix: turn its own off with retryOptions(new RetryOptions(new FixedDelayOptions(0, Duration.ZERO))), and silence this warning.
