package dev.holdfast.benchmarks.subject;

import com.google.auto.service.AutoService;
import dev.holdfast.benchmarks.client.Client;
import dev.holdfast.benchmarks.client.Delegate;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/** Spring Framework's retry. It has no breaker. */
@AutoService(Subject.class)
public final class Spring implements Subject {

    /** Called by the service loader. */
    public Spring() {}

    @Override
    public Set<Policies> policies() {
        return EnumSet.of(Policies.RETRY);
    }

    @Override
    public Client protect(Policies policies, Delegate delegate) {
        RetryTemplate template = new RetryTemplate(
                RetryPolicy.builder().maxRetries(2).delay(Duration.ZERO).build());
        return key -> template.invoke(() -> delegate.get(key));
    }
}
