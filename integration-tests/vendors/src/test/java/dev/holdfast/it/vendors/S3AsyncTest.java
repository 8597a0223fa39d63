package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.testkit.Reply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** AWS's own client for S3 with futures, over Netty. */
class S3AsyncTest extends ClientContract {

    private static final GetObjectRequest OBJECT =
            GetObjectRequest.builder().bucket("photos").key("a").build();

    private S3AsyncClient real;
    private S3AsyncClient s3;

    @Override
    void connect(Duration patience) {
        real = S3AsyncClient.builder()
                .overrideConfiguration(each -> each.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .httpClientBuilder(NettyNioAsyncHttpClient.builder().readTimeout(patience))
                .endpointOverride(server.uri())
                .region(Region.EU_CENTRAL_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .build();
        s3 = new ResilientS3AsyncClient(real);
    }

    @Override
    void disconnect() {
        real.close();
    }

    @Override
    Object call() {
        return s3.getObject(OBJECT, AsyncResponseTransformer.toBytes()).join().asUtf8String();
    }

    @Override
    Reply good() {
        return Reply.ok("content");
    }

    @Override
    Object content() {
        return "content";
    }

    @Override
    Class<? extends Throwable> failure() {
        return S3Exception.class;
    }

    @Override
    void useWithoutCalls() {
        assertThat(s3.serviceName()).isEqualTo("s3");
        assertThat(s3.serviceClientConfiguration().region()).isEqualTo(Region.EU_CENTRAL_1);
        assertThat(s3.utilities().getUrl(each -> each.bucket("photos").key("a")).toString())
                .contains("photos");
    }

    /** A lambda is one call, too. */
    @Test
    void aBodyThatCanBeReadAgainIsSentAgain() {
        server.then(Reply.unavailable("down"), Reply.ok(""));
        s3.putObject(each -> each.bucket("photos").key("a"), AsyncRequestBody.fromString("content"))
                .join();
        assertThat(server.paths()).containsExactly("/photos/a", "/photos/a");
    }

    @Test
    void aCallThatIsCancelledEndsItsRequest() throws Exception {
        server.otherwise(Reply.stall());
        CompletableFuture<ListBucketsResponse> buckets = s3.listBuckets();
        server.awaitRequests(1);
        buckets.cancel(true);
        assertThat(buckets).isCancelled();
        assertThat(server.requests()).hasSize(1);
    }

    /** A paginator asks for its pages later. */
    @Test
    void aPaginatorIsForwardedAsItIs() {
        server.then(Reply.unavailable("down"));
        assertThatThrownBy(() -> s3.listObjectsV2Paginator(each -> each.bucket("photos"))
                        .subscribe(page -> {})
                        .join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(S3Exception.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void resultsAreTheDelegates() {
        ListBucketsResponse response = ListBucketsResponse.builder().build();
        S3AsyncClient fake = new S3AsyncClient() {
            @Override
            public CompletableFuture<ListBucketsResponse> listBuckets() {
                return CompletableFuture.completedFuture(response);
            }

            @Override
            public String serviceName() {
                return "fake";
            }

            @Override
            public void close() {}
        };
        try (S3AsyncClient client = new ResilientS3AsyncClient(fake)) {
            assertThat(client.listBuckets().join()).isSameAs(response);
            assertThat(client.serviceName()).isEqualTo("fake");
        }
    }
}
