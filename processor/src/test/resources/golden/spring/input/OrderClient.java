package shop;

import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Inject;
import dev.holdfast.annotations.Resilient;
import java.io.IOException;

@CircuitBreaker
@Resilient(inject = Inject.SPRING)
public interface OrderClient {

    void order(String article) throws IOException;
}
