package org.lstm4j.tune;

/// When to give up. It decides how many trials there are and never what one of them comes to.
@FunctionalInterface
public interface Deadline {

    /// Time without end.
    Deadline NEVER = () -> false;

    /// Whether time is up. May be asked by several threads at once, and often.
    boolean passed();
}
