package org.sevenfold.events.structure;

/** A social work unit, an old team that it replaces, or a group of units under one group manager. */
public enum UnitKind {
    UNIT,
    TEAM,
    GROUP
}
