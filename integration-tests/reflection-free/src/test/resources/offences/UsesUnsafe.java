// UsesUnsafe.size: unsafe memory access, sun.misc.Unsafe.pageSize
class UsesUnsafe {
    int size(sun.misc.Unsafe unsafe) { return unsafe.pageSize(); }
}
