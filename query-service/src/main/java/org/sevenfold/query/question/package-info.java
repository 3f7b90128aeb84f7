/** The one way to read: a question with its two coordinates, its reading, and an answer that is plain data. */
@NullMarked
package org.sevenfold.query.question;

import org.jspecify.annotations.NullMarked;
