package org.sevenfold.allinone.sample;

import java.io.PrintStream;
import org.sevenfold.allinone.start.Console;

/** Is told how far the sample is loaded. */
public interface Progress {

    /** A line is stored; called for each line. */
    void loaded(int line, int lines);

    /** Something that the person who started us should know, as a sentence. */
    void say(String sentence);

    /** On the console of all-in-one. */
    static Progress on(Console console) {
        return new Progress() {
            @Override
            public void loaded(int line, int lines) {
                console.progress("sample", line, lines);
            }

            @Override
            public void say(String sentence) {
                console.line("  " + sentence);
            }
        };
    }

    /** Prints a line for each twentieth part. */
    static Progress printedTo(PrintStream out) {
        return new Progress() {
            @Override
            public void loaded(int line, int lines) {
                if (line == lines || line * 20 / lines > (line - 1) * 20 / lines) {
                    say("sample: line " + line + " of " + lines);
                }
            }

            @Override
            public void say(String sentence) {
                out.println(sentence);
                out.flush();
            }
        };
    }
}
