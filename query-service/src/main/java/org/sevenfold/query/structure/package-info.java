/** Structure as it is read: units, groups and teams with their posts. */
@NullMarked
package org.sevenfold.query.structure;

import org.jspecify.annotations.NullMarked;
