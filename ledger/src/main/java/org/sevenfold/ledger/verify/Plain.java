package org.sevenfold.ledger.verify;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/** What went wrong with a file, for somebody who does not program. */
final class Plain {

    private Plain() {}

    static String words(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no file " + e.getMessage();
        }
        if (e instanceof AccessDeniedException) {
            return "the file " + e.getMessage() + " may not be read or written";
        }
        if (e instanceof ZipException || e instanceof EOFException) {
            return "the archive is damaged, breaks off or is none (" + e.getMessage() + ")";
        }
        return "a file cannot be read or written: " + e.getMessage();
    }
}
