package market;

import com.acme.shop.Feed;
import com.acme.shop.OrderService;
import com.acme.shop.ShopClient;
import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Fallback;
import dev.holdfast.annotations.Resilient;
import dev.holdfast.annotations.Timeout;

@CircuitBreaker
@Backoff(maxAttempts = 3)
@Resilient(
        of = ShopClient.class,
        nested = {OrderService.class, Feed.class})
public interface ShopPolicy {

    @Timeout("2s")
    @Fallback("closed")
    OrderService open(String branch);

    static OrderService closed(String branch) {
        return null;
    }
}
