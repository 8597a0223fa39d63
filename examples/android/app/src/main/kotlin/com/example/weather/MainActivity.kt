package com.example.weather

import android.app.Activity
import android.os.Bundle
import android.widget.TextView
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.MainScope
import kotlinx.coroutines.cancel
import kotlinx.coroutines.launch

private val repository = WeatherRepository(weatherApi("https://weather.example/"))

/** Shows the weather. Leaving the screen cancels the attempt or the wait. */
class MainActivity : Activity() {

    private var scope: CoroutineScope? = null

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        val view = TextView(this)
        setContentView(view)
        scope = MainScope().also { it.launch { view.text = text(repository.now("Rome")) } }
    }

    override fun onDestroy() {
        scope?.cancel()
        super.onDestroy()
    }

    private fun text(weather: Weather): String =
        when (weather) {
            is Weather.Known -> weather.text
            is Weather.Unknown -> weather.reason
        }
}
