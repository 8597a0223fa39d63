package dev.holdfast.it.injection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.testing.VirtualTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

class SpringTest {

    @Configuration
    @ComponentScan
    static class Clients {

        @Bean
        @Qualifier("unprotected")
        OrderClient orders() {
            return new HttpShopClient();
        }
    }

    @Configuration
    static class Warehouses {
        @Bean
        @Qualifier("unprotected")
        Warehouse warehouse() {
            return new Warehouse();
        }
    }

    /** A context of the application's own, for the same clients. */
    static class Context {

        @Bean
        VirtualTime time() {
            return new VirtualTime();
        }

        @Bean
        Holdfast holdfast(VirtualTime time) {
            return time.holdfast().build();
        }
    }

    @Component
    static final class Basket {

        final OrderClient client;

        Basket(OrderClient client) {
            this.client = client;
        }
    }

    @Test
    void theProtectedClientIsInjected() throws Exception {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Clients.class)) {
            OrderClient client = context.getBean(Basket.class).client;
            assertThat(client).isInstanceOf(ResilientOrderClient.class).isSameAs(context.getBean(OrderClient.class));
            assertThat(client.article("1")).isEqualTo("article 1");
            assertThat(context.getBean("orders")).isInstanceOf(HttpShopClient.class);
        }
    }

    @Test
    void aProtectedClassIsInjectedAsItsInterface() throws Exception {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Clients.class)) {
            Pieces pieces = context.getBean(Pieces.class);
            assertThat(pieces).isSameAs(context.getBean(ResilientWarehouse.class));
            assertThat(pieces.pieces("tea")).isEqualTo(3);
            assertThat(context.getBean(Warehouse.class)).isSameAs(context.getBean("warehouse"));
        }
    }

    @Test
    void aContextIsInjectedWhereThereIsOne() throws Exception {
        try (AnnotationConfigApplicationContext context =
                new AnnotationConfigApplicationContext(Clients.class, Context.class)) {
            assertThat(context.getBean(Basket.class).client.article("1")).isEqualTo("article 1");
            assertThat(context.getBean(VirtualTime.class).sleeps()).hasSize(1);
        }
    }

    @Test
    void aMissingDelegateIsNamed() {
        assertThatThrownBy(() -> new AnnotationConfigApplicationContext(ResilientOrderClient.class))
                .isInstanceOf(UnsatisfiedDependencyException.class)
                .hasMessageContaining("unprotected")
                .hasCauseInstanceOf(NoSuchBeanDefinitionException.class);
    }
}
