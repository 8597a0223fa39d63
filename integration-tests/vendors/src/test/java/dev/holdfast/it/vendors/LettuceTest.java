package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.CircuitOpenException;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lettuce before a real Redis that breaks connections and hangs. */
@Timeout(120)
class LettuceTest {

    private RedisProcess server;
    private RedisClient client;
    private StatefulRedisConnection<String, String> connection;
    private RedisCommands<String, String> operator;
    private RedisCommands<String, String> redis;

    @BeforeEach
    void start() throws Exception {
        server = new RedisProcess();
        client = RedisClient.create("redis://127.0.0.1:" + server.port());
        operator = client.connect().sync();
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .replayFilter(command -> true)
                .build());
        connection = client.connect();
        redis = new ResilientRedisCommands<>(connection.sync());
    }

    @AfterEach
    void stop() {
        client.shutdown();
        server.close();
    }

    @Test
    void aBrokenConnectionIsWaitedFor() {
        redis.set("user", "ada");
        operator.clientKill(KillArgs.Builder.typeNormal().skipme());
        assertThat(redis.get("user")).isEqualTo("ada");
        assertThat(operator.info("commandstats")).contains("cmdstat_get:calls=1,");
    }

    @Test
    void whatRedisRefusesIsNotRepeated() {
        redis.set("user", "ada");
        assertThatThrownBy(() -> redis.hget("user", "name")).isInstanceOf(RedisCommandExecutionException.class);
        assertThat(operator.info("commandstats")).contains("cmdstat_hget:calls=1,");
    }

    @Test
    void whatAddsUpIsNotRepeated() throws Exception {
        connection.setTimeout(Duration.ofMillis(200));
        server.hang();
        assertThatThrownBy(() -> redis.incr("visits")).isInstanceOf(RedisCommandTimeoutException.class);
        server.goOn();
        connection.setTimeout(Duration.ofSeconds(30));
        assertThat(connection.sync().get("visits")).isEqualTo("1");
    }

    @Test
    void aRedisThatHangsIsSparedAndWhatIsExemptGoesOn() throws Exception {
        CircuitBreaker breaker = CircuitBreaker.builder().failureThreshold(2).build();
        RedisCommands<String, String> spared = ResilientRedisCommands.builder(connection.sync())
                .circuitBreaker(breaker)
                .build();
        connection.setTimeout(Duration.ofMillis(200));
        server.hang();
        assertThatThrownBy(() -> spared.get("user")).isInstanceOf(RedisCommandTimeoutException.class);
        assertThatThrownBy(() -> spared.get("user")).isInstanceOf(CircuitOpenException.class);
        server.goOn();
        connection.setTimeout(Duration.ofSeconds(30));
        assertThat(spared.append("log", "a")).isEqualTo(1);
    }

    @Test
    void aFutureIsProtectedByAnInterfaceOfItsOwn() {
        RedisReads reads = new ResilientRedisReads(connection.async()::get);
        redis.set("user", "ada");
        operator.clientKill(KillArgs.Builder.typeNormal().skipme());
        assertThat(reads.get("user").toCompletableFuture().join()).isEqualTo("ada");
        assertThat(operator.info("commandstats")).contains("cmdstat_get:calls=1,");
    }
}
