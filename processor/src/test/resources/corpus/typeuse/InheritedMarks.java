package typeuse;

import dev.holdfast.annotations.Backoff;
import house.Id;
import java.util.List;

/** Inherits marked signatures, with marks in its type arguments. */
@Backoff(baseDelay = "1ms")
public interface InheritedMarks extends MarkedClient<String>, Source<List<@Id String>[]> {

    void receiver(@Id InheritedMarks this, int x);
}
