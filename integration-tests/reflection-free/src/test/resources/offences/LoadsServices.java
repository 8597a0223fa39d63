// LoadsServices.load: a service loader, java.util.ServiceLoader.load
class LoadsServices {
    Object load() { return java.util.ServiceLoader.load(Runnable.class); }
}
