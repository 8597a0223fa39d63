package shop;

import java.util.Map;

/** Another parent of the same. */
public interface Audited<X> extends Readable<X, Long> {

    Map<X, ? super Integer> history(X of, long... versions);

    @Override
    X refresh(X entity);
}
