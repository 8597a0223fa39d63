// LoadsClass.find: a class by its name, java.lang.ClassLoader.loadClass
class LoadsClass {
    Class<?> find(ClassLoader loader) throws Exception { return loader.loadClass("x"); }
}
