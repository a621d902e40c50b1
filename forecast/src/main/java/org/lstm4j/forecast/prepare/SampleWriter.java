package org.lstm4j.forecast.prepare;

/// Writes the channels of one sample, in order.
final class SampleWriter {

    private final WindowForm form;
    private final float[] inputs;
    private final int at;
    private final int stride;
    /// the step of row 0; before step 0 where the window is padded
    private final int first;
    private int channel;

    /// @param inputs the sample begins at `at`, and must be all zeros or a sample of the same form
    SampleWriter(WindowForm form, int origin, float[] inputs, int at) {
        this.form = form;
        this.inputs = inputs;
        this.at = at;
        stride = form.channels();
        first = origin - form.window().lookback();
    }

    /// A channel known up to the origin; 0 before the series and after the origin.
    void observed(float[] values) {
        for (int row = 0; row < form.layout().rows(form.window()); row++) {
            boolean isThere = row < form.window().lookback() && first + row >= 0;
            put(row, isThere ? values[first + row] : 0f);
        }
        channel++;
    }

    /// A target, brought to the level of the window; 0 before its first value.
    void level(float[] values, WindowScaling.Level level, int firstValue) {
        for (int row = 0; row < form.layout().rows(form.window()); row++) {
            int step = first + row;
            boolean isThere = row < form.window().lookback() && step >= Math.max(0, firstValue);
            put(row, isThere ? (float) level.scaled(values[step]) : 0f);
        }
        channel++;
    }

    /// A target so many steps before each step, brought to the level of the window; 0 before its first value. A lag of at least the
    /// horizon is known over the horizon as well.
    void lagged(float[] values, int lag, WindowScaling.Level level, int firstValue) {
        for (int row = 0; row < form.layout().rows(form.window()); row++) {
            int step = lagged(row, lag);
            put(row, step >= firstValue ? (float) level.scaled(values[step]) : 0f);
        }
        channel++;
    }

    /// A mask so many steps before each step; 0 before the series.
    void laggedMask(float[] mask, int lag) {
        for (int row = 0; row < form.layout().rows(form.window()); row++) {
            int step = lagged(row, lag);
            put(row, step >= 0 ? mask[step] : 0f);
        }
        channel++;
    }

    /// The step that a row reads by a lag; below 0 for none.
    private int lagged(int row, int lag) {
        if (lag >= form.window().horizon()) {
            return first + row + ahead() - lag;
        }
        return row < form.window().lookback() ? first + row - lag : -1;
    }

    /// A channel known over the horizon as well; before the series its first value.
    void known(float[] values) {
        int ahead = ahead();
        for (int row = 0; row < form.layout().rows(form.window()); row++) {
            put(row, values[Math.max(0, first + row + ahead)]);
        }
        channel++;
    }

    private int ahead() {
        return form.layout() == WindowLayout.SHIFTED ? form.window().horizon() : 0;
    }

    private void put(int row, float value) {
        inputs[at + row * stride + channel] = value;
    }
}
