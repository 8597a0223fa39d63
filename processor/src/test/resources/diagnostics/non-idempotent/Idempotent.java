package com.acme;

@interface Idempotent {}
