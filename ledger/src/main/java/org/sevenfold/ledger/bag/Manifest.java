package org.sevenfold.ledger.bag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.examination.Finding;
import org.sevenfold.ledger.examination.Tampering;

/** A bag's list of files with their fingerprints, RFC 8493 section 2.1.3. */
final class Manifest {

    private final String name;
    private final Map<String, Hash> listed = new TreeMap<>();

    /** Reads lines of a SHA-256 in hexadecimal, blanks and a path; what is not that is {@link Malformed}. */
    Manifest(String name, byte[] text) {
        this.name = name;
        new String(text, UTF_8).lines().filter(line -> !line.isBlank()).forEach(this::add);
    }

    /** Compares the list with what is there of the files that it should list. */
    List<Finding> compare(Map<String, Hash> files, Predicate<String> shouldBeListed) {
        var findings = new ArrayList<Finding>();
        listed.forEach((path, hash) -> {
            Hash found = files.get(path);
            if (found == null) {
                findings.add(Finding.file(Tampering.MISSING, path, name + " lists it, and it is not there"));
            } else if (!found.equals(hash)) {
                findings.add(Finding.file(Tampering.ALTERED, path, "its fingerprint is not the one in " + name));
            }
        });
        files.keySet().stream()
                .filter(path -> shouldBeListed.test(path) && !listed.containsKey(path))
                .forEach(path -> findings.add(
                        Finding.file(Tampering.UNLOGGED, path, "it is there, and " + name + " lists none")));
        return findings;
    }

    private void add(String line) {
        String[] parts = line.split("[ \t]+\\*?", 2);
        if (parts.length != 2 || listed.put(unescaped(parts[1]), hash(parts[0])) != null) {
            throw new Malformed(name + " has a line that is none, or one twice: " + line);
        }
    }

    private Hash hash(String hex) {
        try {
            return Hash.ofHex(hex);
        } catch (IllegalArgumentException e) {
            throw new Malformed(name + " holds a fingerprint that is none: " + hex);
        }
    }

    private static String unescaped(String path) {
        return path.replaceFirst("^\\./", "")
                .replace("%0A", "\n")
                .replace("%0D", "\r")
                .replace("%25", "%");
    }
}
