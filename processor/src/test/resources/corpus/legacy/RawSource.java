package legacy;

import java.util.List;

/** Generic. */
public interface RawSource<T extends Number> {

    List<T> source(T t, List<? super T> list);

    <U extends T> U choose(Class<U> type, U u);
}
