package shop;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Inject;
import dev.holdfast.annotations.Resilient;
import java.io.IOException;

@Backoff(maxAttempts = 3)
@Resilient(inject = Inject.JAKARTA)
public interface StockClient {

    int count(String article) throws IOException;
}
