package typeuse;

import house.Id;
import java.util.List;

/** A generic parent. */
public interface Source<T> {

    @SuppressWarnings("unchecked")
    @Id T source(@Id T one, List<@Id T> @Id [] many, T... rest);
}
