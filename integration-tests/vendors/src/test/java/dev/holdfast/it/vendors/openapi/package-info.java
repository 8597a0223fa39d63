/** Clients of the shapes that OpenAPI Generator writes, with its names and members: two of its libraries. */
package dev.holdfast.it.vendors.openapi;
