// HoldsVarHandle: a variable handle, java.lang.invoke.VarHandle
class HoldsVarHandle {
    java.lang.invoke.VarHandle handle;
}
