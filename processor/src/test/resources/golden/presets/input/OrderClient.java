package golden.presets;

import dev.holdfast.annotations.CircuitBreaker;
import java.io.IOException;

@PartnerApi
@SuppressWarnings("holdfast:unlisted-preset")
public interface OrderClient {
    String order(long id) throws IOException;

    @SlowPartnerApi
    byte[] export() throws IOException;

    @CircuitBreaker(name = "stock")
    int stock(String article) throws IOException;

    @Untouched
    void ping();
}
