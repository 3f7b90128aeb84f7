/** Measures: each has one definition, its contributions; a scorecard sums them and nothing else does. */
@NullMarked
package org.sevenfold.query.measure;

import org.jspecify.annotations.NullMarked;
