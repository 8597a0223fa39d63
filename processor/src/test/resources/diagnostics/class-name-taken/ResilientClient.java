package com.acme;

class ResilientClient {}
