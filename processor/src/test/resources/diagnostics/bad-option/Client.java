package com.acme;

import dev.holdfast.annotations.*;

@Backoff
interface Client {
    void call();
}

// expect: error: [holdfast:bad-option] there is no option -Aholdfast.lnt (did you mean holdfast.lint?). Fix: write -Aholdfast.inject or -Aholdfast.lint or -Aholdfast.presets.
// expect: error: [holdfast:bad-option] the option -Aholdfast.lint is "wran" (did you mean warn?). Fix: write off, warn or error.
// expect: error: [holdfast:bad-option] the option -Aholdfast.inject is "jakrta,context" (did you mean jakarta?). Fix: write none, jakarta, javax or spring, and ",context" after it if a context is injected too.
// expect: error: [holdfast:bad-option] the option -Aholdfast.presets names com.acme.Client, which is not an annotation with policies. Fix: write qualified names of your own annotations, separated by commas.
// expect: error: [holdfast:bad-option] the option -Aholdfast.presets names 1x, which is not an annotation with policies. Fix: write qualified names of your own annotations, separated by commas.
// expect: warning: The following options were not recognized by any processor: '[holdfast.lnt]'
