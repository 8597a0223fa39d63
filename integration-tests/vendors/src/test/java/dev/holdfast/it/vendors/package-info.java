/** Interfaces of libraries, as users protect them. */
package dev.holdfast.it.vendors;
