/// Reading tables of every kind (delimited text, JSON, Parquet, a database)
/// into regular time series, with a report of what was found on the way.
@NullMarked
package org.lstm4j.data;

import org.jspecify.annotations.NullMarked;
