package org.lstm4j.report.picture;

/// The colours of pictures beside what their values say. Pictures have a white ground: they go into papers and slides.
final class Ink {

    static final int GROUND = 0xffffff;
    static final int TEXT = 0x1c2128;
    static final int FAINT = 0x57606a;
    static final int GRID = 0xe4e7eb;
    /// Lines in the order in which they are told apart best; after Okabe and Ito, darkened for a white ground.
    private static final int[] LINES = {0x0072b2, 0xd04a02, 0x008060, 0xa8508a, 0x8a6d00, 0x1c2128, 0x6a5acd, 0x4d7c0f};

    private Ink() {}

    static int line(int index) {
        return LINES[index % LINES.length];
    }

    static int lines() {
        return LINES.length;
    }
}
