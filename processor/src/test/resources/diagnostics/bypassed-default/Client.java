package p;

import dev.holdfast.annotations.*;
import java.sql.SQLException;
import java.sql.ShardingKeyBuilder;

@Backoff
interface Client extends javax.sql.DataSource {}

@Backoff
@Resilient(defaults = DefaultMethods.INHERIT)
interface Inherited extends javax.sql.DataSource {}

@Backoff
@Resilient(defaults = DefaultMethods.FORWARD)
interface Forwarded extends javax.sql.DataSource {}

@Backoff
interface Declared extends javax.sql.DataSource {
    @Override
    ShardingKeyBuilder createShardingKeyBuilder() throws SQLException;

    @Override
    java.sql.ConnectionBuilder createConnectionBuilder() throws SQLException;
}

@Backoff
interface OwnDefaults extends Iterable<String> {
    default void twice() {
        iterator();
        iterator();
    }
}

@Backoff
@Resilient(of = javax.sql.DataSource.class)
interface DataPolicy {}
