package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.testkit.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A service of Stripe's client, which is a final class, against a server that fails. */
class StripeTest extends ClientContract {

    private static final Reply PAYMENT = Reply.ok("{\"id\":\"pi_1\",\"object\":\"payment_intent\",\"amount\":500}");

    private static final PaymentIntentCreateParams PARAMETERS = PaymentIntentCreateParams.builder()
            .setAmount(500L)
            .setCurrency("eur")
            .build();

    private ResilientPayments payments;
    private ResilientStripeClient client;

    @Override
    void connect(Duration patience) {
        StripeClient stripe = StripeClient.builder()
                .setApiKey("key")
                .setApiBase(server.uri().toString())
                .setReadTimeout((int) patience.toMillis())
                .setMaxNetworkRetries(0)
                .build();
        payments = new ResilientPayments(stripe.v1().paymentIntents());
        client = new ResilientStripeClient(stripe);
    }

    @Override
    Object call() throws StripeException {
        return payments.retrieve("pi_1").getAmount();
    }

    @Override
    Reply good() {
        return PAYMENT;
    }

    @Override
    Object content() {
        return 500L;
    }

    @Override
    Class<? extends Throwable> failure() {
        return ApiException.class;
    }

    @Override
    Reply down() {
        return error(503);
    }

    /** Its exception has no headers. */
    @Override
    Reply limited() {
        return error(429);
    }

    @Override
    Reply refused() {
        return error(404);
    }

    @Override
    int failuresToOpen() {
        return 3;
    }

    private static Reply error(int status, String... headers) {
        return Reply.status(status, "{\"error\":{\"message\":\"no\",\"type\":\"api_error\"}}", headers);
    }

    /** The key makes a second attempt the same payment. */
    @Test
    void aPaymentIsRetried() throws StripeException {
        server.then(error(503), error(503), PAYMENT);
        RequestOptions once =
                RequestOptions.builder().setIdempotencyKey("order-1").build();
        assertThat(payments.create(PARAMETERS, once).getId()).isEqualTo("pi_1");
        assertThat(server.paths()).containsExactly("/v1/payment_intents", "/v1/payment_intents", "/v1/payment_intents");
    }

    @Test
    void aDeclinedCardIsNoFailureOfStripe() {
        server.otherwise(Reply.status(402, "{\"error\":{\"type\":\"card_error\",\"code\":\"card_declined\"}}"));
        for (int i = 1; i <= 5; i++) {
            assertThatThrownBy(() -> payments.create(PARAMETERS)).isInstanceOf(CardException.class);
            assertThat(server.requests()).hasSize(i);
        }
    }

    @Test
    void theClientHandsOutProtectedServices() throws StripeException {
        server.then(error(503), error(503), Reply.ok("{\"id\":\"cus_1\",\"object\":\"customer\"}"));
        assertThat(client.customers().retrieve("cus_1").getId()).isEqualTo("cus_1");
        assertThat(server.paths()).containsExactly("/v1/customers/cus_1", "/v1/customers/cus_1", "/v1/customers/cus_1");
    }

    @Test
    void aPaymentWithoutAKeyIsNotRepeated() throws StripeException {
        server.then(error(503), error(503), PAYMENT);
        assertThatThrownBy(() -> client.paymentIntents().create(PARAMETERS)).isInstanceOf(ApiException.class);
        assertThat(server.requests()).hasSize(1);
        RequestOptions once =
                RequestOptions.builder().setIdempotencyKey("order-1").build();
        assertThat(client.paymentIntents().create(PARAMETERS, once).getId()).isEqualTo("pi_1");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void theServicesShareABreaker() {
        server.otherwise(error(500));
        assertThatThrownBy(() -> client.customers().retrieve("cus_1")).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> client.paymentIntents().list()).isInstanceOf(CircuitOpenException.class);
        assertThat(server.requests()).hasSize(3);
    }
}
