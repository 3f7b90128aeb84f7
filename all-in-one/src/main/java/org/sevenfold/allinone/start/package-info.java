/** What is settled before anything runs: options, the data folder, ports, passwords, logs and the words on the console. */
@NullMarked
package org.sevenfold.allinone.start;

import org.jspecify.annotations.NullMarked;
