package dev.holdfast.it.vendors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.testkit.LoopbackServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.commands.JedisCommands;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** Jedis, whose client is a class, by the interface of its commands; before a server that breaks connections. */
@Timeout(60)
class RedisTest {

    /** Connections that the server breaks at the next commands. */
    private final AtomicInteger broken = new AtomicInteger();

    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
    private LoopbackServer server;
    private RedisClient real;
    private JedisCommands redis;

    @BeforeEach
    void start() throws IOException {
        server = new LoopbackServer("redis", this::serve);
        real = RedisClient.create("127.0.0.1", server.uri().getPort());
        redis = new ResilientJedisCommands(real);
    }

    @AfterEach
    void stop() throws IOException {
        real.close();
        server.close();
    }

    /** Answers each command of two words or more with its last word. */
    private void serve(Socket connection) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
        for (String head = in.readLine(); head != null; head = in.readLine()) {
            List<String> words = new ArrayList<>();
            for (int i = Integer.parseInt(head.substring(1)); i > 0; i--) {
                in.readLine();
                words.add(in.readLine());
            }
            boolean greeting = words.get(0).equals("HELLO");
            boolean settings = greeting || words.get(0).equals("CLIENT");
            if (!settings) {
                commands.add(words.get(0));
                if (broken.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    return;
                }
            }
            String last = words.get(words.size() - 1);
            String answer = words.get(0).equals("INCR") ? ":7\r\n" : "$" + last.length() + "\r\n" + last + "\r\n";
            String ready = greeting ? "%1\r\n$5\r\nproto\r\n:3\r\n" : "+OK\r\n";
            connection.getOutputStream().write((settings ? ready : answer).getBytes(UTF_8));
        }
    }

    @Test
    void aBrokenConnectionIsTriedAgain() {
        broken.set(2);
        assertThat(redis.get("user")).isEqualTo("user");
        assertThat(commands).containsExactly("GET", "GET", "GET");
    }

    @Test
    void whatAddsUpIsNotRepeated() {
        assertThat(redis.incr("visits")).isEqualTo(7);
        broken.set(1);
        assertThatThrownBy(() -> redis.incr("visits")).isInstanceOf(JedisConnectionException.class);
        assertThat(commands).containsExactly("INCR", "INCR");
    }

    @Test
    void theBreakerSparesAServerThatIsGone() {
        broken.set(99);
        assertThatThrownBy(() -> redis.get("user")).isInstanceOf(JedisConnectionException.class);
        assertThatThrownBy(() -> redis.set("user", "a")).isInstanceOf(JedisConnectionException.class);
        assertThatThrownBy(() -> redis.get("user")).isInstanceOf(CircuitOpenException.class);
        assertThat(commands).containsExactly("GET", "GET", "GET", "SET");
    }
}
