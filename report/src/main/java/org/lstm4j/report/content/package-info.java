/// What a report says, as plain immutable records: filled by the caller, drawn
/// by [org.lstm4j.report.HtmlReport]. Nothing here knows how training works.
@NullMarked
package org.lstm4j.report.content;

import org.jspecify.annotations.NullMarked;
