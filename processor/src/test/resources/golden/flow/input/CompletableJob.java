package kotlinx.coroutines;

/** As much of Kotlin's as generated code needs. */
public interface CompletableJob extends Job {
    boolean complete();
}
