package shop;

import dev.holdfast.annotations.Fallback;
import dev.holdfast.annotations.Inject;
import dev.holdfast.annotations.Resilient;
import java.io.IOException;

@Fallback
@Resilient(inject = Inject.JAKARTA, qualifier = Real.class, injectContext = true)
interface PriceClient {

    long price(String article) throws IOException;
}
