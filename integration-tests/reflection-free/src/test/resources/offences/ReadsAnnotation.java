// ReadsAnnotation.read: what a class has, java.lang.Class.isAnnotationPresent
class ReadsAnnotation {
    boolean read() { return ReadsAnnotation.class.isAnnotationPresent(Deprecated.class); }
}
