package com.example.orders;

import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** What fails when goods are sent back; compiled with Lombok before our processor. */
@RequiredArgsConstructor
class ReturnException extends Exception {

    private static final long serialVersionUID = 1L;

    @Getter
    private final int statusCode;
}
