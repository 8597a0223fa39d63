/** Generated clients over the clients that people use. */
package dev.holdfast.it.clients;
