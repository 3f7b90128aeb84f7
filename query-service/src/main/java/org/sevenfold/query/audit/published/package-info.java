/** The log in published formats, so that anybody's tools can read and prove it: checkpoints, tiles, proofs and keys. */
@NullMarked
package org.sevenfold.query.audit.published;

import org.jspecify.annotations.NullMarked;
