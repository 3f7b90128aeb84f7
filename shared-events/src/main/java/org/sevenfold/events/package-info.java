/** What happened: the facts of a change programme, their ids, values and stored names. Nothing here knows a framework. */
@NullMarked
package org.sevenfold.events;

import org.jspecify.annotations.NullMarked;
