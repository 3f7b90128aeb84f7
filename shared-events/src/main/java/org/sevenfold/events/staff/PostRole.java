package org.sevenfold.events.staff;

import java.util.Locale;

/** The role that a post is for, in the old structure or the new. */
public enum PostRole {
    DIRECTOR,
    ASSISTANT_DIRECTOR,
    HEAD_OF_SERVICE,
    GROUP_MANAGER,
    TEAM_MANAGER,
    DEPUTY_TEAM_MANAGER,
    CONSULTANT_SOCIAL_WORKER,
    SENIOR_PRACTITIONER,
    SOCIAL_WORKER,
    CHILDRENS_SOCIAL_CARE_PRACTITIONER,
    UNIT_CO_ORDINATOR,
    CLINICIAN,
    BUSINESS_SUPPORT;

    /** The role as a sentence names it, such as {@code unit co-ordinator}. */
    public String spoken() {
        return name().toLowerCase(Locale.ROOT)
                .replace('_', ' ')
                .replace("co ordinator", "co-ordinator")
                .replace("childrens", "children\u2019s");
    }
}
