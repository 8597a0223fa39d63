package com.acme;

class ApiException extends java.io.IOException {}
