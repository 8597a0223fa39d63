package com.acme;

import dev.holdfast.annotations.*;

@RateLimited
@interface Marker {}
