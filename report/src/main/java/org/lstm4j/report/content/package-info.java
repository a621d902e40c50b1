/// What pages and pictures say, as plain immutable records: filled by the caller,
/// drawn by [org.lstm4j.report.HtmlReport] and its siblings, and by
/// `org.lstm4j.report.picture`. Nothing here knows how training works.
@NullMarked
package org.lstm4j.report.content;

import org.jspecify.annotations.NullMarked;
