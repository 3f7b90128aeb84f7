/** Whether anything was altered, removed, slipped in or rolled back: the whole record checked against itself and its anchors. */
@NullMarked
package org.sevenfold.query.audit.verification;

import org.jspecify.annotations.NullMarked;
