package golden.retrofit;

import dev.holdfast.annotations.RateLimitHint;
import retrofit2.Response;

public class CodeHint implements RateLimitHint<Response<?>> {
    @Override
    public int status(Response<?> response) {
        return response.code();
    }
}
