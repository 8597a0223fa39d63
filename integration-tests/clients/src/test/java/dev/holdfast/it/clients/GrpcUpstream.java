package dev.holdfast.it.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.RetryInfo;
import io.grpc.Attributes;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServerTransportFilter;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A gRPC server that says how long to wait as Google's services do. */
final class GrpcUpstream implements Upstream {

    private static final Metadata.Key<byte[]> DETAILS =
            Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

    private final Queue<Turn> script = new ConcurrentLinkedQueue<>();
    private final List<Long> arrivals = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Server server;

    GrpcUpstream() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(ServerServiceDefinition.builder("holdfast")
                        .addMethod(Bytes.GET, ServerCalls.asyncUnaryCall(this::answer))
                        .build())
                .addTransportFilter(new ServerTransportFilter() {
                    @Override
                    public Attributes transportReady(Attributes transport) {
                        connections.incrementAndGet();
                        return transport;
                    }
                })
                .build()
                .start();
    }

    private void answer(byte[] request, StreamObserver<byte[]> caller) {
        arrivals.add(System.nanoTime());
        Turn scripted = script.poll();
        Turn turn = scripted == null ? Turn.OK : scripted;
        if (turn.status() == 200) {
            caller.onNext(turn.body().getBytes(UTF_8));
            caller.onCompleted();
        } else {
            caller.onError(failure(turn));
        }
    }

    /** With a description that fits into the headers of an HTTP/2 connection. */
    private static StatusRuntimeException failure(Turn turn) {
        Status.Code code = switch (turn.status()) {
            case 404 -> Status.Code.NOT_FOUND;
            case 429 -> Status.Code.RESOURCE_EXHAUSTED;
            case 503 -> Status.Code.UNAVAILABLE;
            default -> throw new IllegalArgumentException(turn.toString());
        };
        Metadata trailers = new Metadata();
        if (turn.retryAfter() != null) {
            RetryInfo hint = RetryInfo.newBuilder()
                    .setRetryDelay(Duration.newBuilder().setSeconds(turn.retryAfter()))
                    .build();
            com.google.rpc.Status details = com.google.rpc.Status.newBuilder()
                    .setCode(code.value())
                    .setMessage("slow down")
                    .addDetails(Any.pack(hint))
                    .build();
            trailers.put(DETAILS, details.toByteArray());
        }
        return code.toStatus().withDescription(String.valueOf(turn.status())).asRuntimeException(trailers);
    }

    @Override
    public void then(Turn... turns) {
        script.addAll(List.of(turns));
    }

    @Override
    public String address() {
        return "127.0.0.1:" + server.getPort();
    }

    @Override
    public List<Long> arrivals() {
        return arrivals;
    }

    @Override
    public int connections() {
        return connections.get();
    }

    /** None is ever closed. */
    @Override
    public int mostConnectionsAtOnce() {
        return connections.get();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
