package org.lstm4j.report;

import org.lstm4j.report.content.Reproduction;

/// The command, the settings and the provenance.
final class ReproductionSection {

    private final Reproduction reproduction;

    ReproductionSection(Reproduction reproduction) {
        this.reproduction = reproduction;
    }

    void write(Page page) {
        page.openSection("reproduce", "Make it again");
        if (!reproduction.command().isEmpty()) {
            page.paragraph("The same command on the same data gives the same weights, byte for byte.");
            page.html().open("pre", "tabindex", "0", "aria-label", "Command line").open("code", "id", "command")
                    .text(reproduction.command()).close().closeLine();
        }
        if (!reproduction.settings().isEmpty()) {
            page.facts("Settings", reproduction.settings());
        }
        if (!reproduction.provenance().isEmpty()) {
            page.facts("Provenance", reproduction.provenance());
        }
        page.closeSection();
    }
}
