/** Staff: may this person be registered, this post created, this appointment made? */
@NullMarked
package org.sevenfold.command.staff;

import org.jspecify.annotations.NullMarked;
