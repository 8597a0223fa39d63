package shadow;

/** Its nested types are inherited. */
public interface PackageParent {

    interface SyncGuard {}

    interface Entry<K, V> {}

    interface Builder {}

    interface Throwable {}
}
