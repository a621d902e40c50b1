package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// How help reads: an example first, then usage, commands, and options in groups.
///
/// A group is a mixin with an `optionListHeading`. A command's own options come
/// before the groups, the options that every command has after them.
final class HelpLayout {

    private static final String EXAMPLE = "example";
    private static final List<String> SECTIONS = List.of(
            EXAMPLE,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING, UsageMessageSpec.SECTION_KEY_SYNOPSIS,
            UsageMessageSpec.SECTION_KEY_DESCRIPTION_HEADING, UsageMessageSpec.SECTION_KEY_DESCRIPTION,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING, UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            UsageMessageSpec.SECTION_KEY_FOOTER_HEADING, UsageMessageSpec.SECTION_KEY_FOOTER);
    private static final String OWN = "Options:";
    private static final String EVERYWHERE = "Options of every command:";

    private HelpLayout() {}

    static void applyTo(CommandSpec command) {
        UsageMessageSpec usage = command.usageMessage();
        usage.sortOptions(false);
        usage.abbreviateSynopsis(true);
        usage.synopsisHeading("%nUsage: ");
        usage.descriptionHeading("%n");
        usage.parameterListHeading("%n");
        usage.commandListHeading("%nCommands:%n");
        usage.sectionKeys(SECTIONS);
        usage.sectionMap().put(EXAMPLE, HelpLayout::example);
        usage.sectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::options);
    }

    private static String example(Help help) {
        String arguments = help.commandSpec().userObject() instanceof Command command ? command.example() : "demo";
        return "Example: lstm4j " + arguments + System.lineSeparator();
    }

    private static String options(Help help) {
        Map<String, List<OptionSpec>> sections = new LinkedHashMap<>();
        sections.put(OWN, new ArrayList<>());
        groups(help.commandSpec()).forEach(group -> sections.put(heading(group), new ArrayList<>()));
        sections.put(EVERYWHERE, new ArrayList<>());
        for (OptionSpec option : help.commandSpec().options()) {
            sections.computeIfAbsent(section(help.commandSpec(), option), _ -> new ArrayList<>()).add(option);
        }
        StringBuilder text = new StringBuilder();
        sections.forEach((heading, options) -> {
            if (!options.isEmpty()) {
                text.append(System.lineSeparator()).append(heading).append(System.lineSeparator());
                text.append(help.optionListExcludingGroups(options));
            }
        });
        return text.toString();
    }

    private static String section(CommandSpec command, OptionSpec option) {
        if (option.inherited()) {
            return EVERYWHERE;
        }
        return groups(command)
                .filter(group -> group.findOption(option.longestName()) != null)
                .map(HelpLayout::heading)
                .findFirst()
                .orElse(OWN);
    }

    /// The mixins that hold options themselves: one that is made of others takes its
    /// heading from the first of them.
    private static Stream<CommandSpec> groups(CommandSpec command) {
        return command.mixins().values().stream()
                .flatMap(mixin -> mixin.mixins().isEmpty() ? Stream.of(mixin) : groups(mixin))
                .filter(mixin -> !heading(mixin).isEmpty());
    }

    private static String heading(CommandSpec mixin) {
        return mixin.usageMessage().optionListHeading();
    }
}
