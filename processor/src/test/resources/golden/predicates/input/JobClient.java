package golden.predicates;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

@CircuitBreaker(failureResult = JobClient.Negative.class)
@Backoff(retryResult = JobClient.Empty.class, deadline = "20s")
public interface JobClient {

    List<String> jobs(String queue);

    int count(String queue);

    @Backoff(retryResult = Negative.class)
    Integer position(String job);

    String describe(String job);

    final class Empty implements Predicate<Collection<?>> {
        @Override
        public boolean test(Collection<?> result) {
            return result != null && result.isEmpty();
        }
    }

    final class Negative implements Predicate<Integer> {
        @Override
        public boolean test(Integer result) {
            return result < 0;
        }
    }
}
