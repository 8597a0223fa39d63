package com.example.stock

/** What one share costs. */
data class Price(val symbol: String, val amount: Double, val currency: String?)
