package org.sevenfold.query.measure;

/**
 * Something that is measured.
 *
 * @param unitOfMeasure such as {@code %}
 * @param description what is counted in both parts of the fraction, for whoever reads the figure
 * @param leastPeople of how many people a figure must be before it is shown to anybody, 0 for work facts about posts and
 *     duties, which are not suppressed
 */
public record Measure(String name, String title, String unitOfMeasure, String description, int leastPeople) {

    /** A measure of work facts, which is shown however few it is about. */
    public Measure(String name, String title, String unitOfMeasure, String description) {
        this(name, title, unitOfMeasure, description, 0);
    }

    /** Whether a figure is about too few people to be shown. */
    public boolean suppresses(Figure figure) {
        return figure.denominator() > 0 && figure.denominator() < leastPeople;
    }

    /** The rule by which a figure is not shown, as a sentence. */
    public String suppressionRule() {
        return "A figure about fewer than %d people is not shown, because it could be read back to one of them."
                .formatted(leastPeople);
    }
}
