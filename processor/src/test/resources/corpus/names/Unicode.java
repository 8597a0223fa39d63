package names;

import dev.holdfast.annotations.Backoff;
import java.util.List;

/** Names that are not ASCII: größe, 名前, имя, and one outside the basic plane. Not of types: those name files. */
@Backoff(baseDelay = "1ms")
public interface Unicode<Ω extends Number> {

    Ω größe(Ω größe, List<? extends Ω> größen);

    String имя(String имя, int... числа);

    String 名前(String 名前);

    <Т extends CharSequence> Т 名前(Т 名前);

    int 𝒳(int 𝒳, int é, int é);

    void ñ();
}
