/** A shop that uses the catalogue's library. */
package com.example.shop;
