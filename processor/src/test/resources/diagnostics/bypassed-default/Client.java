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

// expect: Client.java:8: warning: [holdfast:bypassed-default] Client inherits default methods of DataSource, such as DataSource.createConnectionBuilder(): their bodies run in place of those that the delegate may have. Fix: add @Resilient(defaults = FORWARD) to call the delegate, or defaults = INHERIT to keep them.
