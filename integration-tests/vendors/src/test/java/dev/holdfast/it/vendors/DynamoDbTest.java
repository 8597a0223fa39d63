package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** DynamoDB, which throttles with a 400. */
@Timeout(60)
class DynamoDbTest {

    private static final String JSON = "Content-Type: application/x-amz-json-1.0";
    private static final Reply ITEM = Reply.status(200, "{\"Item\":{\"name\":{\"S\":\"Ada\"}}}", JSON);
    private static final GetItemRequest REQUEST = GetItemRequest.builder()
            .tableName("people")
            .key(Map.of("id", AttributeValue.fromN("1")))
            .build();

    private ScriptedServer server;
    private DynamoDbClient real;
    private DynamoDbClient dynamo;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        real = DynamoDbClient.builder()
                .overrideConfiguration(each -> each.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .endpointOverride(server.uri())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofMillis(500)))
                .build();
        dynamo = new ResilientDynamoDbClient(real);
    }

    @AfterEach
    void stop() throws IOException {
        real.close();
        server.close();
    }

    private static Reply error(int status, String name) {
        return Reply.status(status, "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + name + "\"}", JSON);
    }

    @Test
    void aFailureIsTriedAgain() {
        server.then(error(500, "InternalServerError"), error(503, "ServiceUnavailable"), ITEM);
        assertThat(dynamo.getItem(REQUEST).item()).containsEntry("name", AttributeValue.fromS("Ada"));
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aThrottledCallWaitsAndIsNoFailure() {
        Reply throttled = error(400, "ProvisionedThroughputExceededException");
        for (int i = 0; i < 4; i++) {
            server.then(throttled, throttled, ITEM);
            assertThat(dynamo.getItem(REQUEST).hasItem()).isTrue();
        }
        assertThat(server.requests()).hasSize(12);
        assertThat(server.between(0, 1)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void whatIsWrongWithTheCallIsNotRepeated() {
        server.then(error(400, "ResourceNotFoundException"));
        assertThatThrownBy(() -> dynamo.getItem(REQUEST)).isInstanceOf(ResourceNotFoundException.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aHangingServerIsAFailure() {
        server.otherwise(Reply.stall());
        assertThatThrownBy(() -> dynamo.getItem(REQUEST)).isInstanceOf(SdkClientException.class);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void theBreakerOpensAndWhatSendsNothingStillWorks() {
        server.otherwise(error(500, "InternalServerError"));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> dynamo.getItem(REQUEST)).isInstanceOf(DynamoDbException.class);
        }
        assertThatThrownBy(() -> dynamo.getItem(REQUEST)).isInstanceOf(CircuitOpenException.class);
        assertThat(server.requests()).hasSize(6);
        assertThat(dynamo.serviceName()).isEqualTo("dynamodb");
        assertThat(dynamo.serviceClientConfiguration().region()).isEqualTo(Region.EU_CENTRAL_1);
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
