/** The pages in a real browser, over the whole product with its sample. */
@NullMarked
package org.sevenfold.allinone.pages;

import org.jspecify.annotations.NullMarked;
