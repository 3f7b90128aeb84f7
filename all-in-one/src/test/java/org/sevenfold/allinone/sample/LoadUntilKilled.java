package org.sevenfold.allinone.sample;

import java.util.Map;

/** A process of its own that loads the sample and says each line, so that a test can kill it in the middle. */
final class LoadUntilKilled {

    private LoadUntilKilled() {}

    public static void main(String[] arguments) {
        // Its database stands in the environment, where a service looks for it anyway.
        LoadedForTests.start(Map.of(), LoadedForTests.START, Integer.MAX_VALUE, new Progress() {
            @Override
            public void loaded(int line, int lines) {
                say("LOADED " + line);
            }

            @Override
            public void say(String sentence) {
                System.out.println(sentence);
                System.out.flush();
            }
        });
    }
}
