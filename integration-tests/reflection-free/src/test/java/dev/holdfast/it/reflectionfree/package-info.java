/** What the bytecode of the jars and of generated classes may refer to, and what it takes to run it. */
package dev.holdfast.it.reflectionfree;
