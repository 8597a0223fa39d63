package com.acme;

import dev.holdfast.annotations.*;

@Backoff
interface Client extends Texts, Numbers {}
