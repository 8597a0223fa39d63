/** A client that asks for nothing but java.base. */
module demo {
    requires dev.holdfast.runtime;
}
