package com.example.shop;

/** What the shop sells. */
public record Article(String name, int price) {}
