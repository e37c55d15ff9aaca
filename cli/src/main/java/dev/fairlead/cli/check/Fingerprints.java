package dev.fairlead.cli.check;

import dev.fairlead.fleet.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What identifies a finding from one run to the next, although lines and files have moved: its id, what it is about and
 * what it says. A finding that is about nothing in particular, such as a syntax error, is identified by its file instead.
 * Where several are equal in all that, they are counted.
 */
final class Fingerprints {
    /** Of the hash; 64 bits tell any number of findings apart that a person will ever have. */
    private static final int BYTES = 8;

    private Fingerprints() {}

    /** The fingerprint of each finding, in their order; no two are equal. */
    static List<String> of(List<Finding> findings) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> fingerprints = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            String hash = hash(finding);
            int count = seen.merge(hash, 1, Integer::sum);
            fingerprints.add(count == 1 ? hash : hash + ":" + count);
        }
        return fingerprints;
    }

    private static String hash(Finding finding) {
        String about = finding.subject();
        if (about == null) {
            about = finding.location() == null ? "" : finding.location().file();
        }
        // A message may not contain what separates the parts.
        String identity = String.join("\0", finding.id().text(), about, rule(finding), finding.message());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static String rule(Finding finding) {
        return finding.rule() == null ? "" : finding.rule();
    }
}
