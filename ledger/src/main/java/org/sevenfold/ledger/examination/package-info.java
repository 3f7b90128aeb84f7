/** What an examination of a log comes to, in words that an auditor can put into a report. */
@NullMarked
package org.sevenfold.ledger.examination;

import org.jspecify.annotations.NullMarked;
