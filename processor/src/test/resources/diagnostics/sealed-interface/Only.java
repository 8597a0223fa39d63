package com.acme;

final class Only implements Client {
    @Override
    public void call() {}
}
