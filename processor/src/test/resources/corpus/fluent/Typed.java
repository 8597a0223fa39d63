package fluent;

import dev.holdfast.annotations.Backoff;
import java.util.List;

/** The same with type variables. */
@Backoff(baseDelay = "1ms")
public interface Typed<A, S extends Typed<A, S>> extends Headers<S> {

    Typed<A, S> with(A a);

    Typed<?, ?> any();

    Typed<? extends A, ? extends S> some();

    S self();

    <B, U extends Typed<B, U>> Typed<B, U> to(Class<B> type);

    List<? extends Typed<A, S>> all();
}
