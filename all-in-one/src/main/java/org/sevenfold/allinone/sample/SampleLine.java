package org.sevenfold.allinone.sample;

import tools.jackson.databind.JsonNode;

/**
 * One command of the sample as it is written down.
 *
 * @param line its number, which is its idempotency key for ever
 * @param at when it is recorded, such as {@code D+12 09:30}, by the clocks of London
 * @param as the handle of the demo person who sends it
 * @param body the request, with days such as {@code D+12}, and {@code {"$event": 17}} for the event of line 17
 */
record SampleLine(int line, String at, String as, String command, JsonNode body) {}
