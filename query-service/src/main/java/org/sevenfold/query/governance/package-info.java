/** What is known of roles, proposals and policies, and what waits for whom. */
@NullMarked
package org.sevenfold.query.governance;

import org.jspecify.annotations.NullMarked;
