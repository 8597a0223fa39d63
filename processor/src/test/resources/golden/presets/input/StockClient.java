package golden.presets;

import dev.holdfast.annotations.Resilient;

@Resilient
interface StockClient {
    @PartnerApi
    int left(String article);

    String unprotected();
}
