/** What both services do together, beyond what each does alone. */
@NullMarked
package org.sevenfold.allinone.services;

import org.jspecify.annotations.NullMarked;
