// LooksUpHandle.look: a method handle, java.lang.invoke.MethodHandles.lookup
class LooksUpHandle {
    Object look() { return java.lang.invoke.MethodHandles.lookup(); }
}
