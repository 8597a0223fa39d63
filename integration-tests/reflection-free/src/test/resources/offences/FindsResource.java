// FindsResource.find: a resource, java.lang.ClassLoader.getResource
class FindsResource {
    Object find(ClassLoader loader) { return loader.getResource("x"); }
}
