package com.acme.pay;

public class PayOptions {}
