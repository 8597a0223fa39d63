package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.Reply;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** DynamoDB, which throttles with a 400. */
class DynamoDbTest extends ClientContract {

    private static final String JSON = "Content-Type: application/x-amz-json-1.0";
    static final Reply ITEM = Reply.status(200, "{\"Item\":{\"name\":{\"S\":\"Ada\"}}}", JSON);
    static final GetItemRequest REQUEST = GetItemRequest.builder()
            .tableName("people")
            .key(Map.of("id", AttributeValue.fromN("1")))
            .build();

    private DynamoDbClient real;
    private DynamoDbClient dynamo;

    @Override
    void connect(Duration patience) {
        real = DynamoDbClient.builder()
                .overrideConfiguration(each -> each.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .endpointOverride(server.uri())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(patience))
                .build();
        dynamo = new ResilientDynamoDbClient(real);
    }

    @Override
    void disconnect() {
        real.close();
    }

    @Override
    Object call() {
        return dynamo.getItem(REQUEST).item().get("name").s();
    }

    @Override
    Reply good() {
        return ITEM;
    }

    @Override
    Object content() {
        return "Ada";
    }

    @Override
    Class<? extends Throwable> failure() {
        return DynamoDbException.class;
    }

    @Override
    Reply down() {
        return error(503, "ServiceUnavailable");
    }

    @Override
    Reply limited() {
        return error(400, "ProvisionedThroughputExceededException");
    }

    @Override
    Duration hold() {
        return Duration.ofMillis(100);
    }

    @Override
    Reply refused() {
        return error(400, "ResourceNotFoundException");
    }

    @Override
    void useWithoutCalls() {
        assertThat(dynamo.serviceName()).isEqualTo("dynamodb");
        assertThat(dynamo.serviceClientConfiguration().region()).isEqualTo(Region.EU_CENTRAL_1);
    }

    static Reply error(int status, String name) {
        return Reply.status(status, "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + name + "\"}", JSON);
    }

    @Test
    void aThrottledCallIsNoFailure() {
        Reply throttled = error(400, "ProvisionedThroughputExceededException");
        for (int i = 0; i < 4; i++) {
            server.then(throttled, throttled, ITEM);
            assertThat(dynamo.getItem(REQUEST).hasItem()).isTrue();
        }
        assertThat(server.requests()).hasSize(12);
    }

    @Test
    void resultsAreTheDelegates() {
        GetItemResponse response = GetItemResponse.builder().build();
        DynamoDbClient fake = new DynamoDbClient() {
            @Override
            public GetItemResponse getItem(GetItemRequest request) {
                return response;
            }

            @Override
            public String serviceName() {
                return "fake";
            }

            @Override
            public void close() {}
        };
        try (DynamoDbClient client = new ResilientDynamoDbClient(fake)) {
            assertThat(client.getItem(REQUEST)).isSameAs(response);
        }
    }
}
