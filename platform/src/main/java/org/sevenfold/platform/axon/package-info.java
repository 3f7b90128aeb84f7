/** What Axon needs said aloud on Spring Boot 4, and the check that nothing it keeps is kept in memory only. */
@NullMarked
package org.sevenfold.platform.axon;

import org.jspecify.annotations.NullMarked;
