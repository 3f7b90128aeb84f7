/** Everything in one JVM: the embedded PostgreSQL, the demo issuer, both services and the sample programme. */
@NullMarked
package org.sevenfold.allinone;

import org.jspecify.annotations.NullMarked;
