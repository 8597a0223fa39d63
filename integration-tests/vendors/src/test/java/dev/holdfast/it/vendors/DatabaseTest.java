package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.event.AttemptEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.testing.VirtualTime;
import dev.holdfast.testkit.LoopbackServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** H2 as a server, which is down at first. Holdfast's waits are virtual. */
@Timeout(60)
class DatabaseTest {

    private final JdbcDataSource real = new JdbcDataSource();
    private final AtomicInteger repeated = new AtomicInteger();
    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast = time.holdfast()
            .listener(new ResilienceListener() {
                @Override
                public void onRetry(AttemptEvent event) {
                    repeated.incrementAndGet();
                }
            })
            .build();
    private final DataSource database = new ResilientDataSource(real, holdfast);
    private LoopbackServer down;

    /** Keeps the port for the database, and answers nothing. */
    @BeforeEach
    void takePort() throws IOException {
        down = new LoopbackServer("no-database", connection -> {});
        real.setURL("jdbc:h2:tcp://localhost:" + down.uri().getPort() + "/mem:shop");
        real.setUser("sa");
    }

    @AfterEach
    void close() throws IOException {
        holdfast.close();
        down.close();
    }

    private Server server() throws Exception {
        int port = down.uri().getPort();
        down.refuse();
        return Server.createTcpServer("-tcpPort", String.valueOf(port), "-ifNotExists")
                .start();
    }

    @Test
    void aDatabaseThatIsDownIsTriedAgainAndThenLeftAlone() throws Exception {
        assertThatThrownBy(database::getConnection).isInstanceOf(SQLException.class);
        assertThatThrownBy(database::getConnection).isInstanceOf(CircuitOpenException.class);
        assertThat(repeated).hasValue(2);
        Server server = server();
        try {
            time.advance(Duration.ofMinutes(1));
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("SELECT 1")) {
                assertThat(result.next()).isTrue();
            }
        } finally {
            server.stop();
        }
    }

    @Test
    void statementsAreTheirOwn() throws Exception {
        Server server = server();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM nothing"))
                        .isInstanceOf(SQLException.class);
            }
            database.getConnection().close();
            assertThat(repeated).hasValue(0);
        } finally {
            server.stop();
        }
    }

    @Test
    void settingsGoToTheDelegate() throws Exception {
        database.setLoginTimeout(7);
        assertThat(real.getLoginTimeout()).isEqualTo(7);
        assertThat(database.unwrap(JdbcDataSource.class)).isSameAs(real);
    }
}
