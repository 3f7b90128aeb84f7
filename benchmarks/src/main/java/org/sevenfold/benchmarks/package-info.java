/** Sevenfold beside its peers: who does how much durable work a second, side by side on the same PostgreSQL. */
@NullMarked
package org.sevenfold.benchmarks;

import org.jspecify.annotations.NullMarked;
