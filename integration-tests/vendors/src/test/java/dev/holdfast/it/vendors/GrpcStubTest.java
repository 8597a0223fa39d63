package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.rpc.RetryInfo;
import dev.holdfast.runtime.CircuitOpenException;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.health.v1.HealthGrpc.HealthBlockingStub;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stub that protoc has generated, before a server that fails. */
@Timeout(60)
class GrpcStubTest {

    private static final HealthCheckRequest REQUEST =
            HealthCheckRequest.newBuilder().setService("shop").build();

    private static final HealthCheckResponse SERVING =
            HealthCheckResponse.newBuilder().setStatus(ServingStatus.SERVING).build();

    /** Failures of the next calls. */
    private final Queue<StatusRuntimeException> failures = new ConcurrentLinkedQueue<>();

    private final AtomicBoolean hangs = new AtomicBoolean();
    private final List<Long> arrivals = new CopyOnWriteArrayList<>();
    private Server server;
    private ManagedChannel channel;
    private HealthBlockingStub stub;
    private ResilientHealth health;

    @BeforeEach
    void start() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(new HealthGrpc.HealthImplBase() {
                    @Override
                    public void check(HealthCheckRequest request, StreamObserver<HealthCheckResponse> caller) {
                        answer(caller);
                    }

                    @Override
                    public void watch(HealthCheckRequest request, StreamObserver<HealthCheckResponse> caller) {
                        answer(caller);
                    }
                })
                .build()
                .start();
        channel = NettyChannelBuilder.forTarget("127.0.0.1:" + server.getPort())
                .usePlaintext()
                .disableRetry()
                .build();
        stub = HealthGrpc.newBlockingStub(channel);
        health = new ResilientHealth(stub);
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    private void answer(StreamObserver<HealthCheckResponse> caller) {
        arrivals.add(System.nanoTime());
        StatusRuntimeException failure = failures.poll();
        if (failure != null) {
            caller.onError(failure);
        } else if (!hangs.get()) {
            caller.onNext(SERVING);
            caller.onCompleted();
        }
    }

    private void fail(Status... statuses) {
        for (Status each : statuses) {
            failures.add(each.asRuntimeException());
        }
    }

    private static StatusRuntimeException exhausted(int seconds) {
        RetryInfo hint = RetryInfo.newBuilder()
                .setRetryDelay(com.google.protobuf.Duration.newBuilder().setSeconds(seconds))
                .build();
        com.google.rpc.Status details = com.google.rpc.Status.newBuilder()
                .setCode(Status.Code.RESOURCE_EXHAUSTED.value())
                .addDetails(Any.pack(hint))
                .build();
        Metadata trailers = new Metadata();
        trailers.put(
                Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER), details.toByteArray());
        return Status.RESOURCE_EXHAUSTED.asRuntimeException(trailers);
    }

    @Test
    void aCallIsTriedAgain() {
        fail(Status.UNAVAILABLE, Status.UNAVAILABLE);
        assertThat(health.check(REQUEST)).isEqualTo(SERVING);
        assertThat(arrivals).hasSize(3);
    }

    @Test
    void theWaitThatTheServerAsksForIsKept() {
        failures.add(exhausted(1));
        assertThat(health.check(REQUEST)).isEqualTo(SERVING);
        assertThat(arrivals).hasSize(2);
        assertThat(Duration.ofNanos(arrivals.get(1) - arrivals.get(0))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aStubWithADeadlineSharesTheBreaker() {
        fail(Status.UNAVAILABLE, Status.UNAVAILABLE, Status.UNAVAILABLE);
        ResilientHealth hurried = health.withDeadlineAfter(30, TimeUnit.SECONDS);
        assertThat(hurried).isNotSameAs(health);
        assertThatThrownBy(() -> hurried.check(REQUEST)).isInstanceOf(StatusRuntimeException.class);
        assertThatThrownBy(() -> hurried.check(REQUEST)).isInstanceOf(CircuitOpenException.class);
        assertThatThrownBy(() -> health.check(REQUEST)).isInstanceOf(CircuitOpenException.class);
        assertThat(arrivals).hasSize(3);
    }

    /** A deadline of gRPC is a point in time: it is for the call with all its attempts. */
    @Test
    void theDeadlineOfTheStubIsThatOfTheCall() {
        hangs.set(true);
        assertThatThrownBy(() ->
                        health.withDeadlineAfter(200, TimeUnit.MILLISECONDS).check(REQUEST))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        failure -> assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED));
        assertThat(arrivals).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void whatConfiguresTheStubIsForwarded() {
        CallOptions.Key<String> tenant = CallOptions.Key.create("tenant");
        Channel other = health.getChannel();
        assertThat(other).isSameAs(channel);
        ClientInterceptor counting = new ClientInterceptor() {
            @Override
            public <Q, A> io.grpc.ClientCall<Q, A> interceptCall(
                    io.grpc.MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
                arrivals.add(0L);
                return next.newCall(method, options);
            }
        };
        ResilientHealth configured =
                health.withOption(tenant, "a").withWaitForReady().withInterceptors(counting);
        assertThat(configured.getCallOptions().getOption(tenant)).isEqualTo("a");
        assertThat(configured.check(REQUEST)).isEqualTo(SERVING);
        assertThat(arrivals).hasSize(2);
    }

    @Test
    void aStreamIsForwardedAsItIs() {
        fail(Status.UNAVAILABLE);
        Iterator<HealthCheckResponse> stream = health.watch(REQUEST);
        assertThatThrownBy(stream::next).isInstanceOf(StatusRuntimeException.class);
        assertThat(health.watch(REQUEST).next()).isEqualTo(SERVING);
        assertThat(arrivals).hasSize(2);
    }

    /** What uses the service, of the application. */
    private static boolean isUp(Health health) {
        return health.withDeadlineAfter(30, TimeUnit.SECONDS).check(REQUEST).getStatus() == ServingStatus.SERVING;
    }

    @Test
    void anApplicationTakesTheInterface() {
        fail(Status.UNAVAILABLE);
        assertThat(isUp(health)).isTrue();
        assertThat(arrivals).hasSize(2);
    }
}
