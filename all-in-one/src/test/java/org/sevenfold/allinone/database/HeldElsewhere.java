package org.sevenfold.allinone.database;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.sevenfold.allinone.start.DataFolder;
import org.sevenfold.allinone.start.LocalSettings;

/** A JVM of its own that starts the database, says so on its output, and waits to be killed. */
final class HeldElsewhere {

    private HeldElsewhere() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[1]);
        DataFolder data = DataFolder.take(Path.of(arguments[0]));
        EmbeddedDatabase.start(data, LocalSettings.keptIn(data.localEnv(), port), port);
        System.out.println("HELD");
        new CountDownLatch(1).await();
    }
}
