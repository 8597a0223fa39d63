package android.app;

import android.content.Context;
import android.os.Bundle;
import android.view.View;

/** A stub. */
public class Activity extends Context {

    /** Makes an activity. */
    public Activity() {}

    /** Begins. */
    protected void onCreate(Bundle savedInstanceState) {}

    /** Ends. */
    protected void onDestroy() {}

    /** Shows a view. */
    public void setContentView(View view) {}
}
