/**
 * The tree and its entries as plain files, C2SP tlog-tiles: each file holds 256 neighbouring hashes, or entries, and never
 * changes once it is full. So a log can be handed out by any web server, and read by anyone's tools.
 */
@NullMarked
package org.sevenfold.ledger.tile;

import org.jspecify.annotations.NullMarked;
