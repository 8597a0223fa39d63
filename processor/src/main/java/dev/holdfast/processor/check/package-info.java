/** Rules about methods and the policies that hold for them, one class for each; none of them changes what is generated. */
@NullMarked
package dev.holdfast.processor.check;

import org.jspecify.annotations.NullMarked;
