package golden.streams;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Fallback;
import dev.holdfast.annotations.Timeout;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.NullMarked;
import org.reactivestreams.Publisher;

@CircuitBreaker
@Backoff(maxAttempts = 3)
@NullMarked
public interface EventClient {
    @Timeout(value = "5s", betweenItems = "30s")
    Publisher<String> events(String call);

    Flow.Publisher<? extends List<String>> pages(int n);

    @Fallback
    Flow.Publisher<String> answered(String login);
}
