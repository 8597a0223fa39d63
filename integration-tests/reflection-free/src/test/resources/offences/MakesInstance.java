// MakesInstance.make: an instance by reflection, java.lang.Class.newInstance
class MakesInstance {
    @Deprecated Object make(Class<?> type) throws Exception { return type.newInstance(); }
}
