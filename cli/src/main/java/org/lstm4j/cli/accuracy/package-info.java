/// Published ways to judge forecasts, run again: which files, which windows, which measures ([Protocols]), which methods
/// ([AccuracyMethod]), and what others have published on the same windows ([PublishedRows]).
@NullMarked
package org.lstm4j.cli.accuracy;

import org.jspecify.annotations.NullMarked;
