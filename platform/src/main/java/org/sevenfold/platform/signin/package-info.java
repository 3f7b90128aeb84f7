/** Who is calling, and in which roles. */
@NullMarked
package org.sevenfold.platform.signin;

import org.jspecify.annotations.NullMarked;
