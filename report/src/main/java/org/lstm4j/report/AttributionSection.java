package org.lstm4j.report;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.report.content.Attributions;
import org.lstm4j.report.content.ColumnShares;
import org.lstm4j.report.content.NamedValues;

/// Which inputs the forecast came from.
final class AttributionSection {

    private final Attributions attributions;

    AttributionSection(Attributions attributions) {
        this.attributions = attributions;
    }

    void write(Page page) {
        ColumnShares shares = attributions.shares();
        if (shares.methods().isEmpty() && attributions.maps().isEmpty() && attributions.bySteps().isEmpty()) {
            return;
        }
        page.openSection("attribution", "Where the forecast comes from");
        page.paragraph("Each method answers in its own way how much an input mattered. Where they agree, the answer is"
                + " worth something; none of them says that an input caused what came true.");
        if (!shares.methods().isEmpty()) {
            shares(page, shares);
        }
        for (int index = 0; index < attributions.maps().size(); index++) {
            new HeatMapFigure("attribution" + (index + 1), attributions.maps().get(index)).write(page);
        }
        for (int index = 0; index < attributions.bySteps().size(); index++) {
            new CurvesFigure("steps" + (index + 1), attributions.bySteps().get(index)).write(page);
        }
        page.closeSection();
    }

    private static void shares(Page page, ColumnShares shares) {
        page.openTable("Share of each column, all steps together", "shares");
        List<String> headings = new ArrayList<>(List.of("column"));
        shares.methods().forEach(method -> headings.add(method.name()));
        page.headings(headings);
        HtmlWriter html = page.html();
        html.open("tbody");
        for (int column = 0; column < shares.columns().size(); column++) {
            html.open("tr").open("th", "scope", "row").foreign(shares.columns().get(column)).close();
            for (NamedValues method : shares.methods()) {
                HyperparameterSection.share(page, method.values().at(column));
            }
            html.closeLine();
        }
        html.close();
        page.closeTable();
    }
}
