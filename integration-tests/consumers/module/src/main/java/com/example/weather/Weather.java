package com.example.weather;

import dev.holdfast.runtime.Holdfast;

/** Where users of the module get a client that is already protected. */
public final class Weather {

    private Weather() {}

    public static ResilientWeatherClient protect(WeatherClient client, Holdfast holdfast) {
        return new ResilientWeatherClient(client, holdfast);
    }
}
