package golden.fluent;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Exempt;
import java.io.IOException;
import java.util.List;

interface Headers<T extends Headers<T>> {
    @Exempt
    T header(String name, String value);
}

@Backoff(maxAttempts = 3)
public interface SearchClient extends Headers<SearchClient>, AutoCloseable {
    @Exempt
    SearchClient index(String delegate);

    SearchClient open(String result) throws IOException;

    AutoCloseable lease() throws IOException;

    List<String> find(String query) throws IOException;

    @Override
    void close();
}
