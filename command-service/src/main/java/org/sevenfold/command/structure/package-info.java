/** Structure: may this unit be established? */
@NullMarked
package org.sevenfold.command.structure;

import org.jspecify.annotations.NullMarked;
