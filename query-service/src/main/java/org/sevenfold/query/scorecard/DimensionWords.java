package org.sevenfold.query.scorecard;

import org.sevenfold.events.Dimension;

/** What each of the seven dimensions is about, for whoever reads its scorecard. */
final class DimensionWords {

    private DimensionWords() {}

    static String describing(Dimension dimension) {
        return switch (dimension) {
            case SHARED_VALUES ->
                "What the service stands for: the vision for children and young people, and a continuum of support from"
                        + " early help to leaving care. Every initiative serves a value, and units talk about what the"
                        + " values mean in practice.";
            case STRATEGY ->
                "How the change comes about: staff understand and own the way things are done here, and everybody can"
                        + " see in one plan what changes, when and how.";
            case STRUCTURE ->
                "Who works where and who decides: social work units under group managers instead of old teams, job"
                        + " descriptions for new roles, fewer levels of management, decisions taken as low as is safe,"
                        + " and therapy within reach of families.";
            case SYSTEMS ->
                "How the work flows: less bureaucracy, clear channels between staff, and a dialogue with children and"
                        + " families that changes the service.";
            case STAFF ->
                "Who does the work: about as many people as before in another mix, with consultant social workers,"
                        + " children's practitioners and clinicians in the units.";
            case STYLE ->
                "How people lead and practise: responsibility at every level, a look at one's own practice, research"
                        + " and reflection, good work recognised and poor work challenged.";
            case SKILLS ->
                "What people are able to do: trained and in date in what their role needs, from systemic practice and"
                        + " managing risk to concise writing, with mentors for those who manage.";
        };
    }
}
