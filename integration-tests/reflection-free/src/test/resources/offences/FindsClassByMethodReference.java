// FindsClassByMethodReference.finder: a class by its name, java.lang.Class.forName
class FindsClassByMethodReference {
    interface Finder { Class<?> find(String name) throws Exception; } Finder finder() { return Class::forName; }
}
