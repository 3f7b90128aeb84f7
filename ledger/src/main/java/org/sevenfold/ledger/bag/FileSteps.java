package org.sevenfold.ledger.bag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.sevenfold.ledger.Unsigned;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.examination.Finding;
import org.sevenfold.ledger.examination.Step;
import org.sevenfold.ledger.examination.Tampering;

/** Whether the bag's files are those that it lists. */
final class FileSteps {

    private static final String VERSION = "BagIt-Version: 1.0";

    private FileSteps() {}

    static Step manifest(BagFiles files, Checkpoint checkpoint) {
        if (!required(files, BagPath.DECLARATION).lines().toList().contains(VERSION)) {
            throw new Malformed("it is no bag of BagIt 1.0");
        }
        Predicate<String> isData = path -> path.startsWith(BagPath.DATA);
        Predicate<String> isTagList =
                path -> path.equals(BagPath.TAG_MANIFEST) || path.equals(BagPath.TAG_MANIFEST_NOTE);
        var findings = new ArrayList<Finding>();
        findings.addAll(manifest(files, BagPath.MANIFEST).compare(files.hashes(), isData));
        findings.addAll(manifest(files, BagPath.TAG_MANIFEST)
                .compare(files.hashes(), path -> !isData.test(path) && !isTagList.test(path)));
        findings.addAll(info(files, checkpoint));
        return Step.of(
                String.format(
                        "manifest: %,d files are as listed", files.hashes().size()),
                "manifest: the files are not those that are listed",
                findings);
    }

    /** One of the small files as text; without it, it is no evidence bag. */
    static String required(BagFiles files, String path) {
        byte[] bytes = files.kept(path);
        if (bytes == null) {
            throw new Malformed("there is no " + path + " in it");
        }
        return new String(bytes, UTF_8);
    }

    private static Manifest manifest(BagFiles files, String path) {
        return new Manifest(path, required(files, path).getBytes(UTF_8));
    }

    private static List<Finding> info(BagFiles files, Checkpoint checkpoint) {
        Map<String, String> info = new HashMap<>();
        for (String line : required(files, BagPath.INFO).lines().toList()) {
            int colon = line.indexOf(": ");
            info.put(colon < 0 ? line : line.substring(0, colon), colon < 0 ? "" : line.substring(colon + 2));
        }
        boolean same = checkpoint.origin().equals(info.get("Log-Origin"))
                && Unsigned.text(checkpoint.size()).equals(info.get("Tree-Size"))
                && checkpoint.root().hex().equals(info.get("Root-Hash"));
        return same
                ? List.of()
                : List.of(Finding.file(
                        Tampering.ALTERED,
                        BagPath.INFO,
                        "it names another log, size or root than the" + " checkpoint"));
    }
}
