package org.lstm4j.report;

import org.lstm4j.report.content.Reproduction;

/// The command, the settings and the provenance.
final class ReproductionSection {

    private final Reproduction reproduction;
    private final String heading;
    private final String introduction;

    ReproductionSection(Reproduction reproduction) {
        this(reproduction, "Make it again",
                "The same command on the same data gives the same weights, byte for byte.");
    }

    /// @param introduction what the command is for
    ReproductionSection(Reproduction reproduction, String heading, String introduction) {
        this.reproduction = reproduction;
        this.heading = heading;
        this.introduction = introduction;
    }

    void write(Page page) {
        if (reproduction.command().isEmpty() && reproduction.settings().isEmpty()
                && reproduction.provenance().isEmpty()) {
            return;
        }
        page.openSection("reproduce", heading);
        if (!reproduction.command().isEmpty()) {
            page.paragraph(introduction);
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
