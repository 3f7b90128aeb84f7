package org.sevenfold.events.staff;

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
    BUSINESS_SUPPORT
}
