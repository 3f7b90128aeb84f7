/** The sample programme "Lea Marsh": its commands as written down, and how they come into an empty log. */
@NullMarked
package org.sevenfold.allinone.sample;

import org.jspecify.annotations.NullMarked;
