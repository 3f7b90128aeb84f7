package org.sevenfold.command.change;

/**
 * The thresholds that rules compare with.
 *
 * @param unitStaffBackDatingDays how far back people in units record
 * @param specialistBackDatingDays how far back learning and development and human resources record
 * @param recentDays how long ago a record still counts as recent
 */
public record Limits(int unitStaffBackDatingDays, int specialistBackDatingDays, int recentDays) {

    public static final Limits DEFAULT = new Limits(31, 365, 31);
}
