package org.sevenfold.command.imports;

import java.util.List;

/**
 * A file as it was read: every row with the request that it makes.
 *
 * @param separator what stands between the cells of a CSV file
 * @param columns the header's names as they were sent; none in NDJSON
 */
record SentFile(Format format, String separator, List<String> columns, List<Row> rows) {

    static final int MOST_MEGABYTES = 10;
    static final int MOST_ROWS = 50_000;

    /** How rows are written. */
    enum Format {
        CSV("csv", "text/csv"),
        NDJSON("ndjson", "application/x-ndjson");

        private final String text;
        private final String mediaType;

        Format(String text, String mediaType) {
            this.text = text;
            this.mediaType = mediaType;
        }

        /** As a file's name ends, and as it is stored. */
        String text() {
            return text;
        }

        String mediaType() {
            return mediaType;
        }
    }

    /**
     * One row.
     *
     * @param row its number as a spreadsheet shows it, where the header is 1; in NDJSON the line
     * @param sent what stood there: the cells as a JSON array, or the object
     * @param body the request that it makes, as JSON
     * @param key under which it is done once
     */
    record Row(int row, String sent, String body, String key) {}
}
