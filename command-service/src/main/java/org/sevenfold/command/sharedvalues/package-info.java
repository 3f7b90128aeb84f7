/** Shared values: may this statement be adopted, put into other words, retired? */
@NullMarked
package org.sevenfold.command.sharedvalues;

import org.jspecify.annotations.NullMarked;
