/** Long work in the background: one of a kind at a time over all instances, with progress that any instance can tell. */
@NullMarked
package org.sevenfold.query.job;

import org.jspecify.annotations.NullMarked;
