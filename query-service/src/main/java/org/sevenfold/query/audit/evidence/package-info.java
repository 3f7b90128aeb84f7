/** Evidence to take away: a bag with the log, its proofs and the figures, which anyone can check without this system. */
@NullMarked
package org.sevenfold.query.audit.evidence;

import org.jspecify.annotations.NullMarked;
