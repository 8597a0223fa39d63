package kotlinx.coroutines;

/** As much of Kotlin's as generated code needs. */
public enum CoroutineStart {
    DEFAULT,
    UNDISPATCHED
}
