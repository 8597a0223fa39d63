package dev.holdfast.it.injection.micronaut;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** What needs the weather, and says nothing of protection. */
@Singleton
final class Traveller {

    final WeatherClient weather;

    @Inject
    Traveller(WeatherClient weather) {
        this.weather = weather;
    }
}
