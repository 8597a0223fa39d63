package com.example.orders;

/** An order as it is stored. */
record OrderRow(String id, String customerName, int total) {}
