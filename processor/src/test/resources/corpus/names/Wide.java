package names;

import dev.holdfast.annotations.CircuitBreaker;
import java.util.List;
import java.util.Map;

/** Many parameters, all primitives, arrays in every spelling. */
@CircuitBreaker(failureThreshold = 1000)
interface Wide {

    String seventeen(
            byte a,
            short b,
            int c,
            long d,
            float e,
            double f,
            char g,
            boolean h,
            Byte i,
            Short j,
            Integer k,
            Long l,
            Float m,
            Double n,
            Character o,
            Boolean p,
            Object... q);

    byte aByte(byte[] bytes);

    short aShort(short[][] shorts);

    int anInt(int... ints);

    long aLong(long[]... longs);

    float aFloat(float floats[]);

    double aDouble(double[] doubles[][]);

    char aChar(char[] chars, char... more);

    boolean aBoolean(boolean[][][][][][][][] booleans);

    int[] cStyle(int a[], String[] b[])[];

    List<String[]>[] generic(Map<int[], ? extends long[][]>[][] maps);

    Void nothing(Void nothing);

    void none();
}
