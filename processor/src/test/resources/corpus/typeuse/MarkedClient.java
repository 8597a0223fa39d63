package typeuse;

import dev.holdfast.annotations.Backoff;
import house.ApiException;
import house.Id;
import house.Page;
import house.Unit;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Annotations on types, wherever they may stand. */
@Backoff(baseDelay = "1ms")
public interface MarkedClient<@Id T extends @Id Object & @Id Comparable<@Id ? super @Id T>> extends @Id Function<@Id T, @Id String> {

    @Id String simple(@Id String one, @Id int primitive, final @Id long last);

    java.lang.@Id String qualified(java.util.@Id List<java.lang.@Id String> list, Map.@Id Entry<@Id T, @Id int @Id []> entry);

    @Id String @Id [] @Unit [] arrays(@Id int @Id [] @Id [] ints, String @Id [] strings, @Id String[] plain, T @Id [] t);

    void varargs(@Id String @Id ... rest);

    @SuppressWarnings("unchecked")
    void varargs2(List<? extends @Id T> @Id [] @Unit("x") ... rest);

    <@Id U extends @Id Number & @Unit Comparable<@Id U>, V extends @Id U> @Id V bounds(@Id U u, List<@Id ? extends @Id V> v)
            throws @Id IOException, @Unit ApiException;

    <X extends @Id Exception> @Id X thrown() throws @Id X;

    @Id Page<@Id T>.@Id Cursor cursor(@Id Page<@Id T>.@Id Cursor cursor, Page<@Id String>.@Id Mapped<@Id T> mapped);

    Nested.@Id Inner inner(Nested.@Id Inner inner, MarkedClient.Nested.@Unit(value = "é$", symbol = '"') Inner other);

    @Unit @Unit("b") String repeated(@Unit.List({@Unit, @Unit}) @Id String twice);

    @Unit(
                    value = "\\ \" $T $$ %s */ \u0000",
                    symbol = '\\',
                    small = (byte) 200,
                    shorter = 'x',
                    whole = -0x1F,
                    big = 1L << 40,
                    rough = Float.MAX_VALUE,
                    exact = -Double.MIN_VALUE,
                    known = false,
                    kinds = {Unit.Kind.MASS, Unit.Kind.LENGTH},
                    classes = {int.class, void.class, String[][].class, Map.Entry.class, Unit.Kind.class},
                    id = @Id)
            Object
            values();

    @Id int count();

    default @Id String greet(@Id String name) {
        return name;
    }

    /** A place. */
    class Nested {

        public Nested() {}

        /** A static one. */
        public static class Inner {
            public Inner() {}
        }
    }
}
