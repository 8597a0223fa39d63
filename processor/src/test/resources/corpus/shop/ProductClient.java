package shop;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Spring's shape: a generic parent, or two, that meet again above; overrides narrow results and take parameters down. */
@CircuitBreaker(recoveryTimeout = "1s", failureThreshold = 90)
@Backoff(baseDelay = "1ms")
public interface ProductClient extends Crud<Product, Long>, Audited<Product> {

    @Override
    List<Product> all();

    @Override
    Product refresh(Product entity);

    @Override
    Integer raw(Long key);

    /** Abstract again. */
    @Override
    Product require(Long key);

    /** An overload of a bridge. */
    Optional<Product> find(long key);

    Collection<Product> find(Long key, Product... like);
}
