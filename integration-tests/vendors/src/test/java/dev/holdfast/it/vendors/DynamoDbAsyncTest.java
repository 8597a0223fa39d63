package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.testkit.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** DynamoDB with futures, over Netty. */
class DynamoDbAsyncTest extends ClientContract {

    private DynamoDbAsyncClient real;
    private DynamoDbAsyncClient dynamo;

    @Override
    void connect(Duration patience) {
        real = DynamoDbAsyncClient.builder()
                .overrideConfiguration(each -> each.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .httpClientBuilder(NettyNioAsyncHttpClient.builder().readTimeout(patience))
                .endpointOverride(server.uri())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .build();
        dynamo = new ResilientDynamoDbAsyncClient(real);
    }

    @Override
    void disconnect() {
        real.close();
    }

    @Override
    Object call() {
        return dynamo.getItem(DynamoDbTest.REQUEST).join().item().get("name").s();
    }

    @Override
    Reply good() {
        return DynamoDbTest.ITEM;
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
        return DynamoDbTest.error(503, "ServiceUnavailable");
    }

    @Override
    Reply limited() {
        return DynamoDbTest.error(400, "ProvisionedThroughputExceededException");
    }

    @Override
    Duration hold() {
        return Duration.ofMillis(100);
    }

    @Override
    Reply refused() {
        return DynamoDbTest.error(400, "ResourceNotFoundException");
    }

    @Override
    void useWithoutCalls() {
        assertThat(dynamo.serviceName()).isEqualTo("dynamodb");
    }

    @Test
    void whatIsNotIncludedIsForwardedAsItIs() {
        server.then(down());
        assertThatThrownBy(() -> dynamo.listTables().join()).hasCauseInstanceOf(DynamoDbException.class);
        assertThat(server.requests()).hasSize(1);
    }
}
