// IsSerializable: serialization, java.io.Serializable
class IsSerializable implements java.io.Serializable {}
