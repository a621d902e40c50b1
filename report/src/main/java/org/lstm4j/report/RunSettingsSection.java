package org.lstm4j.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.lstm4j.report.content.ComparedRun;
import org.lstm4j.report.content.Fact;
import org.lstm4j.report.content.RunsContent;

/// In what the runs differ, and, folded, what they share.
final class RunSettingsSection {

    private final RunsContent content;

    RunSettingsSection(RunsContent content) {
        this.content = content;
    }

    void write(Page page) {
        page.openSection("settings", "Settings");
        List<String> names = names(ComparedRun::settings);
        List<String> differing = names.stream().filter(this::differs).toList();
        List<String> shared = names.stream().filter(name -> !differs(name)).toList();
        if (content.runs().size() > 1) {
            if (differing.isEmpty()) {
                page.paragraph("All runs have the same settings.");
            } else {
                table(page, "Settings that differ", differing, ComparedRun::settings);
            }
        }
        tasks(page);
        List<String> facts = names(ComparedRun::facts);
        if (!facts.isEmpty()) {
            table(page, "About the runs", facts, ComparedRun::facts);
        }
        if (!shared.isEmpty()) {
            page.openDetails(content.runs().size() > 1
                    ? "The " + shared.size() + " settings that all runs share"
                    : "All settings");
            page.facts("Settings", shared.stream()
                    .map(name -> Fact.of(name, value(content.runs().getFirst().settings(), name))).toList());
            page.closeDetails();
        }
        page.closeSection();
    }

    /// Data, target and horizon, where they are not the same.
    private void tasks(Page page) {
        if (!content.differences().isEmpty()) {
            table(page, "What was forecast", List.of("data", "target", "horizon"),
                    run -> List.of(Fact.of("data", run.task().data()), Fact.of("target", run.task().target()),
                            Fact.of("horizon", Integer.toString(run.task().horizon()))));
        }
    }

    private void table(Page page, String caption, List<String> names, Function<ComparedRun, List<Fact>> facts) {
        page.openTable(caption, "compared");
        List<String> headings = new ArrayList<>(List.of(""));
        content.runs().forEach(run -> headings.add(run.name()));
        page.headings(headings);
        HtmlWriter html = page.html();
        html.open("tbody");
        for (String name : names) {
            html.open("tr").open("th", "scope", "row").foreign(name).close();
            content.runs().forEach(run -> html.open("td").foreign(value(facts.apply(run), name)).close());
            html.closeLine();
        }
        html.close();
        page.closeTable();
    }

    private List<String> names(Function<ComparedRun, List<Fact>> facts) {
        Set<String> names = new LinkedHashSet<>();
        content.runs().forEach(run -> facts.apply(run).forEach(fact -> names.add(fact.name())));
        return List.copyOf(names);
    }

    private boolean differs(String name) {
        String first = value(content.runs().getFirst().settings(), name);
        return content.runs().stream().anyMatch(run -> !value(run.settings(), name).equals(first));
    }

    private static String value(List<Fact> facts, String name) {
        return facts.stream().filter(fact -> fact.name().equals(name)).map(Fact::value).findFirst().orElse("–");
    }
}
