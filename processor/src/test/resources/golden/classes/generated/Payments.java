package shop;

import com.acme.pay.PayException;
import com.acme.pay.PayOptions;
import dev.holdfast.annotations.HoldfastGenerated;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.annotation.processing.Generated;

/**
 * The methods of {@link ResilientPayClient}.
 *
 * @param <K> as in the class
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
@SuppressWarnings({"all", "deprecation"})
public interface Payments<K extends Comparable<K>> extends AutoCloseable {
    String charge(K account, long amount) throws PayException;

    String charge(K account) throws PayException;

    void refund(K account, String... charges) throws PayException;

    <T extends Comparable<T>> List<T> list(Class<? extends T> as, K[] accounts) throws PayException;

    CompletableFuture<String> chargeAsync(K account);

    @Deprecated
    void purge() throws PayException;

    Iterator<String> events();

    Payments<K> connect(String region) throws PayException;

    Payments<K> withDeadlineAfter(long duration, TimeUnit unit);

    PayOptions getOptions();

    @Override
    void close();
}
