/** Orders, with classes that four processors write. */
package com.example.orders;
