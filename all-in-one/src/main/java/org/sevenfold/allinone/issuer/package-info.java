/** The demo issuer: signs tokens for the demo people, on this machine only. */
@NullMarked
package org.sevenfold.allinone.issuer;

import org.jspecify.annotations.NullMarked;
