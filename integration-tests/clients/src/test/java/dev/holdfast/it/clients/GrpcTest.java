package dev.holdfast.it.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.runtime.CircuitBreaker;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.io.IOException;

/** gRPC, where codes stand for statuses and {@code RetryInfo} for {@code Retry-After}. */
final class GrpcTest extends ClientScenarios {

    private ManagedChannel channel;
    private GrpcApi api;

    @Override
    Upstream startServer() throws IOException {
        return new GrpcUpstream();
    }

    @Override
    void connect(String address, CircuitBreaker breaker) {
        channel = NettyChannelBuilder.forTarget(address)
                .usePlaintext()
                .disableRetry()
                .build();
        GrpcApi plain = path -> ClientCalls.blockingUnaryCall(channel, Bytes.GET, CallOptions.DEFAULT, path);
        api = ResilientGrpcApi.builder(plain).circuitBreaker(breaker).build();
    }

    /** The body of a failure is the server's description of it, as long as it is. */
    @Override
    Answer get(String path) {
        try {
            return new Answer(200, new String(api.get(path.getBytes(UTF_8)), UTF_8));
        } catch (StatusRuntimeException e) {
            int status = Integer.parseInt(e.getStatus().getDescription());
            return new Answer(status, new Turn(status, null).body());
        }
    }

    @Override
    void disconnect() {
        channel.shutdownNow();
    }
}
