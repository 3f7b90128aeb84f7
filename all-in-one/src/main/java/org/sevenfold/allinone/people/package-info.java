/** The people of the sample programme whom a visitor may sign in as. */
@NullMarked
package org.sevenfold.allinone.people;

import org.jspecify.annotations.NullMarked;
