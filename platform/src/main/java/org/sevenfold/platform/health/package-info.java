/** Whether what a service leans on is there, said in a sentence to whoever runs it. */
@NullMarked
package org.sevenfold.platform.health;

import org.jspecify.annotations.NullMarked;
