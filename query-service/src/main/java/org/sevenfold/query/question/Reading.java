package org.sevenfold.query.question;

/** Answers one kind of question from what was known at one position about one day. */
public interface Reading {

    Described described();

    /** Reads; throws a refusal where what is asked for does not exist or may not be seen. */
    Finding read(Standpoint at);
}
