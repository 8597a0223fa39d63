/** A catalogue's client library. */
package com.example.catalogue;
