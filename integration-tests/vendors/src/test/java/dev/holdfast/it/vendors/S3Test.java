package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.testkit.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3ServiceClientConfiguration;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** AWS's own client for S3 against a server that fails, with a policy interface of a few lines. */
class S3Test extends ClientContract {

    private static final Reply BUCKETS = Reply.status(
            200,
            "<ListAllMyBucketsResult><Buckets><Bucket><Name>photos</Name></Bucket></Buckets></ListAllMyBucketsResult>",
            "Content-Type: application/xml");

    private Duration patience;
    private S3Client real;
    private S3Client s3;

    @Override
    void connect(Duration patience) {
        this.patience = patience;
        real = configured()
                .overrideConfiguration(each -> each.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
        s3 = new ResilientS3Client(real);
    }

    private S3ClientBuilder configured() {
        return S3Client.builder()
                .endpointOverride(server.uri())
                .region(Region.EU_CENTRAL_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(patience));
    }

    @Override
    void disconnect() {
        real.close();
    }

    @Override
    Object call() {
        return s3.listBuckets().buckets();
    }

    @Override
    Reply good() {
        return BUCKETS;
    }

    @Override
    Object content() {
        return List.of(Bucket.builder().name("photos").build());
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
        s3.close();
    }

    @Test
    void aDefaultMethodIsRetriedAsOneCall() {
        S3Client s3 = new ResilientS3Client(real);
        server.then(Reply.unavailable("down"), Reply.unavailable("down"), BUCKETS);
        assertThat(s3.listBuckets().buckets()).extracting(Bucket::name).containsExactly("photos");
        assertThat(server.requests()).hasSize(3);
    }

    /** Each attempt of the policy is as many requests as the client makes of it. */
    @Test
    void theClientsOwnRetriesMultiply() {
        server.otherwise(Reply.unavailable("down"));
        try (S3Client retrying = configured().build()) {
            assertThatThrownBy(retrying::listBuckets).isInstanceOf(S3Exception.class);
            int alone = server.requests().size();
            assertThatThrownBy(() -> new ResilientS3Client(retrying).listBuckets())
                    .isInstanceOf(S3Exception.class);
            assertThat(alone).isEqualTo(4);
            assertThat(server.requests()).hasSize(4 + 3 * 4);
        }
    }

    /** The breaker counts calls, whatever the client does inside of them. */
    @Test
    void theClientsOwnRetriesCanBeKept() {
        server.otherwise(Reply.unavailable("down"));
        try (S3Client guarded = new GuardedS3Client(configured().build())) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(guarded::listBuckets).isInstanceOf(S3Exception.class);
            }
            assertThatThrownBy(guarded::listBuckets).isInstanceOf(CircuitOpenException.class);
            assertThat(server.requests()).hasSize(3 * 4);
        }
    }

    @Test
    void anObjectIsReadAfterFailures() {
        server.then(Reply.unavailable("down"), Reply.ok("content"));
        ResponseBytes<GetObjectResponse> bytes = s3.getObject(object("a"), ResponseTransformer.toBytes());
        assertThat(bytes.asUtf8String()).isEqualTo("content");
        assertThat(server.paths()).containsExactly("/photos/a", "/photos/a");
    }

    /** It names no wait, so nobody waits for half a minute. */
    @Test
    void anOverloadedS3IsAFailureAndNoRateLimit() {
        Reply slowDown = Reply.status(503, "<Error><Code>SlowDown</Code></Error>", "Content-Type: application/xml");
        server.then(slowDown, BUCKETS);
        long start = System.nanoTime();
        s3.listBuckets();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(25));
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void anObjectThatIsNotThereIsAnAnswer() {
        server.then(Reply.status(404, "<Error><Code>NoSuchKey</Code></Error>", "Content-Type: application/xml"));
        assertThatThrownBy(() -> s3.getObjectAsBytes(object("none"))).isInstanceOf(NoSuchKeyException.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aMethodKeepsItsOwnSettings() {
        server.otherwise(Reply.unavailable("down"));
        assertThatThrownBy(() -> s3.completeMultipartUpload(
                        each -> each.bucket("photos").key("a").uploadId("1")))
                .isInstanceOf(S3Exception.class);
        int before = server.requests().size();
        assertThatThrownBy(() -> s3.listBuckets()).isInstanceOf(S3Exception.class);
        assertThat(before).isEqualTo(3);
        assertThat(server.requests()).hasSize(before + 3);
    }

    /** Nothing is copied, and no body of AWS's interface runs in place of the delegate's. */
    @Test
    void resultsAreTheDelegates() {
        ListBucketsResponse response = ListBucketsResponse.builder().build();
        S3ServiceClientConfiguration configuration =
                S3ServiceClientConfiguration.builder().build();
        List<String> called = new ArrayList<>();
        S3Client fake = new S3Client() {
            @Override
            public ListBucketsResponse listBuckets(ListBucketsRequest request) {
                called.add("listBuckets");
                return response;
            }

            @Override
            public S3ServiceClientConfiguration serviceClientConfiguration() {
                return configuration;
            }

            @Override
            public String serviceName() {
                return "fake";
            }

            @Override
            public void close() {
                called.add("close");
            }
        };
        try (S3Client client = new ResilientS3Client(fake)) {
            assertThat(client.listBuckets()).isSameAs(response);
            assertThat(client.serviceClientConfiguration()).isSameAs(configuration);
            assertThatThrownBy(() -> client.headBucket(each -> each.bucket("photos")))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
        assertThat(called).containsExactly("listBuckets", "close");
    }

    private static GetObjectRequest object(String key) {
        return GetObjectRequest.builder().bucket("photos").key(key).build();
    }
}
