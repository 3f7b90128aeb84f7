package org.sevenfold.query.measure;

/**
 * Something that is measured.
 *
 * @param unitOfMeasure such as {@code %}
 * @param description what is counted in both parts of the fraction, for whoever reads the figure
 */
public record Measure(String name, String title, String unitOfMeasure, String description) {}
