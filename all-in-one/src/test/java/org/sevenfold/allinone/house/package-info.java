/** What holds of the repository as a whole: its form, its words, its links, and that what it promises outside the code is so. */
@NullMarked
package org.sevenfold.allinone.house;

import org.jspecify.annotations.NullMarked;
