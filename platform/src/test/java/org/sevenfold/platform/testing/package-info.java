/** What the tests of every module stand on: a real PostgreSQL, and databases of their own in it. */
@NullMarked
package org.sevenfold.platform.testing;

import org.jspecify.annotations.NullMarked;
