/** The way in over HTTP: addresses, formats, headers, who may ask, and what is passed through. */
@NullMarked
package org.sevenfold.query.edge;

import org.jspecify.annotations.NullMarked;
