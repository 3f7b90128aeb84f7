/** Skills: may this course be defined, this completion recorded, corrected, voided? */
@NullMarked
package org.sevenfold.command.skills;

import org.jspecify.annotations.NullMarked;
