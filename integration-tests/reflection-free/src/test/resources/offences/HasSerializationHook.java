// HasSerializationHook.readResolve: serialization, HasSerializationHook.readResolve
class HasSerializationHook {
    private Object readResolve() { return this; }
}
