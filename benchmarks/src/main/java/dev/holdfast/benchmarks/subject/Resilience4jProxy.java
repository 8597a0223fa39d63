package dev.holdfast.benchmarks.subject;

import com.google.auto.service.AutoService;
import dev.holdfast.benchmarks.client.Client;
import dev.holdfast.benchmarks.client.Delegate;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.functions.CheckedSupplier;
import io.github.resilience4j.retry.Retry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.Set;

/** Resilience4j behind {@link Proxy}: what protects an interface with no code of one's own and no processor. */
@AutoService(Subject.class)
public final class Resilience4jProxy implements Subject {

    /** Called by the service loader. */
    public Resilience4jProxy() {}

    @Override
    public Set<Policies> policies() {
        return EnumSet.of(
                Policies.BREAKER,
                Policies.RETRY_BREAKER,
                Policies.LIMITED,
                Policies.COUNT_WINDOW,
                Policies.TIME_WINDOW);
    }

    @Override
    public Client protect(Policies policies, Delegate delegate) {
        CircuitBreaker breaker = Resilience4jPolicies.breaker(policies, true);
        InvocationHandler handler;
        if (policies == Policies.RETRY_BREAKER || policies == Policies.LIMITED) {
            Retry retry = Resilience4jPolicies.retry(policies);
            handler = (proxy, method, arguments) ->
                    retry.executeCheckedSupplier(breaker.decorateCheckedSupplier(call(delegate, method, arguments)));
        } else {
            handler = (proxy, method, arguments) -> breaker.executeCheckedSupplier(call(delegate, method, arguments));
        }
        return (Client) Proxy.newProxyInstance(Client.class.getClassLoader(), new Class<?>[] {Client.class}, handler);
    }

    private static CheckedSupplier<Object> call(Client delegate, Method method, Object[] arguments) {
        return () -> {
            try {
                return method.invoke(delegate, arguments);
            } catch (InvocationTargetException failure) {
                throw failure.getTargetException();
            }
        };
    }
}
