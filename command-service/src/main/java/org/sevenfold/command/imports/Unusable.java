package org.sevenfold.command.imports;

import java.util.List;
import java.util.stream.Collectors;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;

/** Why a file is not taken at all, in sentences. What is wrong with single rows is said row by row instead. */
final class Unusable {

    private static final int SHOWN = 20;

    private Unusable() {}

    static Refusal format() {
        return Refusal.because(
                        Code.UNSUPPORTED_MEDIA_TYPE,
                        "This format is not understood here.",
                        "An import is a table as CSV, or one JSON object a line, and says which.")
                .remedy("Send the content type text/csv or application/x-ndjson.");
    }

    static Refusal charset() {
        return Refusal.because(
                        Code.UNSUPPORTED_MEDIA_TYPE,
                        "This way of writing letters is not understood here.",
                        "A file is written in UTF-8, or in Windows-1252 where it says so.")
                .remedy("Save it as CSV UTF-8 and send that.");
    }

    static Refusal tooLarge(int megabytes) {
        return Refusal.because(
                        Code.TOO_LARGE,
                        "This file is too large.",
                        "A file has at most %d megabytes.".formatted(megabytes))
                .remedy("Send it in parts.");
    }

    static Refusal tooManyRows(int most) {
        return Refusal.because(
                        Code.TOO_LARGE, "This file has too many rows.", "A file has at most %,d rows.".formatted(most))
                .remedy("Send it in parts.");
    }

    static Refusal empty() {
        return Refusal.because(Code.VALIDATION, "This file is empty.", "There is nothing in it but blanks.")
                .remedy("Fetch the template, fill it in and send that.");
    }

    static Refusal withoutRows() {
        return Refusal.because(
                        Code.VALIDATION,
                        "This file has no rows.",
                        "It names its columns, but nothing stands below them.")
                .remedy("Fill in a row for each entry and send it again.");
    }

    static Refusal notText() {
        return Refusal.because(
                        Code.VALIDATION,
                        "This is not a table as text.",
                        "It seems to be a workbook, or was saved in another way that plain text is not.")
                .remedy("Save it as CSV UTF-8 and send that.");
    }

    static Refusal letters(long line) {
        return Refusal.because(
                        Code.VALIDATION,
                        "Some letters of this file cannot be read.",
                        "Line %d holds a letter that is not written in UTF-8.".formatted(line))
                .remedy("Save it as CSV UTF-8 and send that; or declare with the content type that it is in"
                        + " Windows-1252.")
                .with("line", line);
    }

    static Refusal unreadableRow(int row) {
        return Refusal.because(
                        Code.VALIDATION,
                        "This file cannot be read as a table.",
                        "In row %d a quotation mark is missing or out of place, or there is far too much in one row or cell."
                                .formatted(row))
                .remedy("Put a cell with quotation marks, separators or line breaks into quotation marks, and double"
                        + " those inside it.")
                .with("row", row);
    }

    static Refusal ragged(List<Integer> rows) {
        return Refusal.because(
                        Code.VALIDATION,
                        "Some rows have more cells than there are columns.",
                        "It is so in " + listed("row", rows) + ".")
                .remedy("Look for a separator inside a text: such a cell belongs into quotation marks.")
                .with("rows", rows.stream().limit(SHOWN).toList());
    }

    static Refusal lines(List<Integer> lines) {
        return Refusal.because(
                        Code.VALIDATION,
                        "Some lines of this file cannot be read.",
                        "It is so in %s: each must be one JSON object, not too long, not too deeply nested, and name no"
                                        .formatted(listed("line", lines))
                                + " field twice.")
                .remedy("Mend these lines and send the file again.")
                .with("lines", lines.stream().limit(SHOWN).toList());
    }

    static Refusal unknownColumns() {
        return Refusal.because(
                        Code.COLUMN_UNKNOWN,
                        "Some columns of this file are not known here.",
                        "Nothing in such a column could be kept, so nothing of the file was taken.")
                .remedy("Rename or remove the columns listed; the template has all that there are.");
    }

    static Refusal withoutHeader() {
        return Refusal.because(
                        Code.COLUMN_UNKNOWN,
                        "The first row does not name the columns.",
                        "None of what stands there is the name of a column.")
                .remedy("Put the names of the columns into the first row, as in the template.");
    }

    static Refusal incompleteHeader() {
        return Refusal.because(
                        Code.VALIDATION,
                        "The columns of this file are not complete or not clear.",
                        "A needed column is missing, or one is there twice.")
                .remedy("Mend the columns listed and send the file again.");
    }

    private static String listed(String noun, List<Integer> numbers) {
        if (numbers.size() == 1) {
            return noun + " " + numbers.getFirst();
        }
        int shown = Math.min(numbers.size(), SHOWN);
        String first = numbers.subList(0, numbers.size() > shown ? shown : shown - 1).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return noun + "s " + first + " and "
                + (numbers.size() > shown ? "%,d more".formatted(numbers.size() - shown) : numbers.get(shown - 1));
    }
}
