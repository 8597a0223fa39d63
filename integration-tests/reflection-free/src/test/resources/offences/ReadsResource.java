// ReadsResource.read: a resource, java.lang.Class.getResourceAsStream
class ReadsResource {
    Object read() { return ReadsResource.class.getResourceAsStream("x"); }
}
