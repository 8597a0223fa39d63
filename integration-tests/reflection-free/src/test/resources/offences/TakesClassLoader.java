// TakesClassLoader.loader: a class loader, java.lang.Class.getClassLoader
class TakesClassLoader {
    Object loader() { return TakesClassLoader.class.getClassLoader(); }
}
