package org.lstm4j.tune.space;

/// Along what a range is searched evenly.
public enum Scale {

    /// Equal differences are equally far apart.
    LINEAR,

    /// Equal ratios are equally far apart: from 1 to 10 it is as far as from 10 to 100. For values above 0.
    LOGARITHMIC
}
