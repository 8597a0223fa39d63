@org.jspecify.annotations.NullMarked
package dev.holdfast.it.injection.javax;
