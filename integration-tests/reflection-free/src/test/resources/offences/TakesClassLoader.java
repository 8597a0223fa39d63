// TakesClassLoader.loader: a class loader, java.lang.Thread.getContextClassLoader
class TakesClassLoader {
    Object loader() { return Thread.currentThread().getContextClassLoader(); }
}
