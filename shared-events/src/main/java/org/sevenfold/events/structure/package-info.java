/** Structure: units, groups and teams as they are set up and changed. */
@NullMarked
package org.sevenfold.events.structure;

import org.jspecify.annotations.NullMarked;
