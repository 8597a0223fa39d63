package nested;

import dev.holdfast.annotations.Backoff;
import java.util.EnumMap;
import java.util.EnumSet;

/** An enum with a client in it. */
public enum InEnum {
    ONE,
    TWO {};

    /** Of its own constants. */
    @Backoff(baseDelay = "1ms")
    public interface Client {
        InEnum next(InEnum each, EnumMap<InEnum, InEnum[]> map, EnumSet<InEnum> set);
    }
}
