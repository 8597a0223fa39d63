package golden.exceptions;

import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.annotations.RateLimited;
import java.io.IOException;

@CircuitBreaker
@RateLimited(on = {ClientException.class, BusyException.class})
public interface BillingClient {

    String invoice(String number);

    /** What is declared and tells a status is read too. */
    String account(String number) throws HttpException;

    /** A hint class wins over what the processor finds. */
    @RateLimited(hint = HttpHint.class, maxAttempts = 3)
    void pay(String number) throws IOException;

    final class HttpHint implements RateLimitHint<HttpException> {
        @Override
        public int status(HttpException answer) {
            return answer.statusCode();
        }

        @Override
        public String retryAfter(HttpException answer) {
            return answer.getMessage();
        }
    }
}
