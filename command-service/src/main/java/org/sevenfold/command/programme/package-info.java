/** What spans the dimensions: here, may what was found when the record was checked be recorded? */
@NullMarked
package org.sevenfold.command.programme;

import org.jspecify.annotations.NullMarked;
