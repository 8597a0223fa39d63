package kotlinx.coroutines;

/** As much of Kotlin's as generated code needs. */
public interface DisposableHandle {
    void dispose();
}
