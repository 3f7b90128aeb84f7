/** The command-service as Sevenfold itself asks it: what the read side wants recorded or checked, it asks for like anyone else. */
@NullMarked
package org.sevenfold.query.writeside;

import org.jspecify.annotations.NullMarked;
