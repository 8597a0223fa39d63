/** A weather service's client. */
package com.example.weather;
