/** The two services, each in a Spring context of its own inside this JVM. */
@NullMarked
package org.sevenfold.allinone.services;

import org.jspecify.annotations.NullMarked;
