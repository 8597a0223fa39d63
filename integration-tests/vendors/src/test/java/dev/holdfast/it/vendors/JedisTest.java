package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitOpenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.commands.JedisCommands;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.params.ClientKillParams;

/** Jedis before a real Redis that breaks connections and hangs. */
@Timeout(120)
class JedisTest {

    private RedisProcess server;
    private Jedis operator;
    private RedisClient real;
    private JedisCommands redis;

    @BeforeEach
    void start() throws Exception {
        server = new RedisProcess();
        operator = new Jedis("127.0.0.1", server.port(), 30_000);
        real = RedisClient.builder()
                .hostAndPort("127.0.0.1", server.port())
                .clientConfig(
                        DefaultJedisClientConfig.builder().timeoutMillis(1_000).build())
                .build();
        redis = new ResilientJedisCommands(real);
    }

    @AfterEach
    void stop() {
        real.close();
        operator.close();
        server.close();
    }

    private void breakConnections() {
        operator.clientKill(
                ClientKillParams.clientKillParams().type(ClientType.NORMAL).skipMe(ClientKillParams.SkipMe.YES));
    }

    @Test
    void aBrokenConnectionIsReplaced() {
        redis.set("user", "ada");
        breakConnections();
        assertThat(redis.get("user")).isEqualTo("ada");
        assertThat(operator.info("commandstats")).contains("cmdstat_get:calls=1,");
    }

    @Test
    void whatAddsUpIsNotRepeated() {
        assertThat(redis.incr("visits")).isEqualTo(1);
        breakConnections();
        assertThatThrownBy(() -> redis.incr("visits")).isInstanceOf(JedisConnectionException.class);
        assertThat(operator.get("visits")).isEqualTo("1");
        assertThat(operator.info("commandstats")).contains("cmdstat_incr:calls=1,");
    }

    @Test
    void aRedisThatHangsIsSparedAndWhatIsExemptGoesOn() throws Exception {
        redis.set("user", "ada");
        server.hang();
        assertThatThrownBy(() -> redis.get("user")).isInstanceOf(JedisConnectionException.class);
        assertThatThrownBy(() -> redis.get("user")).isInstanceOf(JedisConnectionException.class);
        server.goOn();
        assertThatThrownBy(() -> redis.get("user")).isInstanceOf(CircuitOpenException.class);
        assertThat(redis.append("log", "a")).isEqualTo(1);
        assertThat(real.get("user")).isEqualTo("ada");
    }
}
