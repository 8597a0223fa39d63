package golden.nullness;

import dev.holdfast.annotations.Backoff;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@NullMarked
@Backoff
public interface ProfileClient<T extends @Nullable Object> {

    @Nullable String name(@Nullable String id, T other);

    List<@Nullable String> names(Map<String, ? extends @Nullable Object> filter);

    @Nullable String[] array(String @Nullable [] ids);

    <U extends @Nullable Object> @Nullable U convert(@Nullable U value, Map.@Nullable Entry<String, U> entry);
}
