/** Skills as they are read: courses, completions, and the share of people in post who are trained. */
@NullMarked
package org.sevenfold.query.skills;

import org.jspecify.annotations.NullMarked;
