/** The pages: what the API answers, as people read it, made on the server and asked for in the same way. */
@NullMarked
package org.sevenfold.query.dashboard;

import org.jspecify.annotations.NullMarked;
