package org.sevenfold.benchmarks;

/**
 * Somebody who does one piece of durable work, again and again.
 *
 * @param name as the report calls it
 */
record Contender(String name, Work work) {

    /** One piece: when it returns, it is on disk. */
    @FunctionalInterface
    interface Work {
        /**
         * Does it.
         *
         * @param client from 0; each has a thread of its own
         * @param turn a number that nobody was given before, in the whole run
         */
        void once(int client, long turn) throws Exception;
    }
}
