/** The pages, opened over HTTP and compared with what the API says. */
@NullMarked
package org.sevenfold.query.dashboard;

import org.jspecify.annotations.NullMarked;
