/** JSON without a library: what an auditor's machine has to trust is the JDK alone. */
@NullMarked
package org.sevenfold.ledger.json;

import org.jspecify.annotations.NullMarked;
