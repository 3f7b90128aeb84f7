package org.sevenfold.events.skills;

/** How a course is taken. */
public enum CourseMode {
    CLASSROOM,
    ONLINE,
    BLENDED,
    PRACTICE
}
