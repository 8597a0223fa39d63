/** Generated clients against real sockets. */
package dev.holdfast.it;
