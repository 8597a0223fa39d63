package dev.holdfast.it.clients;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import org.glassfish.jersey.apache5.connector.Apache5ClientProperties;
import org.glassfish.jersey.apache5.connector.Apache5ConnectorProvider;
import org.glassfish.jersey.apache5.connector.Apache5HttpClientBuilderConfigurator;
import org.glassfish.jersey.client.ClientConfig;

/** Over Jersey's JAX-RS client, with one connection. */
abstract class JerseyScenarios extends ClientScenarios {

    private final ApachePool pool = new ApachePool();

    final Client client = ClientBuilder.newClient(new ClientConfig()
            .connectorProvider(new Apache5ConnectorProvider())
            .property(Apache5ClientProperties.CONNECTION_MANAGER, pool.connections())
            .register((Apache5HttpClientBuilderConfigurator) builder -> builder.disableAutomaticRetries()));

    @Override
    final int connectionsInUse() {
        return pool.inUse();
    }

    @Override
    final void disconnect() {
        client.close();
        pool.close();
    }
}
