/** Commands from the rows of a file: a spreadsheet comes in as a job, and its refused rows go back with their reasons. */
@NullMarked
package org.sevenfold.command.imports;

import org.jspecify.annotations.NullMarked;
