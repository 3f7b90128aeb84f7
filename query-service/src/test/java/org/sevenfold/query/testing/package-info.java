/** What the tests of the read side stand on: a log to write to, the service over it, and people who ask. */
@NullMarked
package org.sevenfold.query.testing;

import org.jspecify.annotations.NullMarked;
