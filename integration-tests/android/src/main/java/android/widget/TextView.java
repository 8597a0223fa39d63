package android.widget;

import android.content.Context;
import android.view.View;

/** A stub that keeps its text. */
public class TextView extends View {

    private CharSequence text = "";

    /** Makes a view. */
    public TextView(Context context) {}

    /** Returns the text. */
    public CharSequence getText() {
        return text;
    }

    /** Sets the text. */
    public void setText(CharSequence text) {
        this.text = text;
    }
}
