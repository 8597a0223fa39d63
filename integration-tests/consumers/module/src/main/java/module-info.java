/** A client that others use too, so what the generated class needs is handed on to them. */
module com.example.weather {
    requires transitive dev.holdfast.runtime;

    exports com.example.weather;
}
