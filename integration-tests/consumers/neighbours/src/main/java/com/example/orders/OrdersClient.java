package com.example.orders;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import java.io.IOException;
import java.util.List;

/** Names what Lombok and AutoValue make, as parameters and as results. */
@CircuitBreaker(failureThreshold = 3)
@Backoff(maxAttempts = 3, baseDelay = "100ms")
public interface OrdersClient {

    Order place(Order.OrderBuilder draft) throws IOException;

    List<Order> of(String customer) throws IOException;

    Receipt pay(Order order) throws IOException;
}
