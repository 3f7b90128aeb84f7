/** Where commands come in: declaration to endpoint, references to ids, roles to refusals, keys to answers. */
@NullMarked
package org.sevenfold.command.edge;

import org.jspecify.annotations.NullMarked;
