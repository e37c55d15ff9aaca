package dev.fairlead.viewer;

import dev.fairlead.viewer.answer.Document;
import dev.fairlead.viewer.answer.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fleet as it is now, and the documents that were opened or supposed: the last {@value #MOST} of them. */
final class Documents {
    static final String FLEET = "fleet";
    private static final int MOST = 16;

    private final Map<String, Document> kept = new LinkedHashMap<>();
    private Document fleet;
    private long version = 1;

    Documents(Document fleet) {
        this.fleet = fleet;
    }

    synchronized Document fleet() {
        return fleet;
    }

    /** How often the fleet was another, and one. */
    synchronized long version() {
        return version;
    }

    synchronized void replace(Document changed) {
        fleet = changed;
        version++;
    }

    /** Keeps a document under an id that is a function of what it was made of, and tells the id. */
    synchronized String keep(Document document, byte[] content) {
        String id = id(content);
        kept.remove(id);
        kept.put(id, document);
        if (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        return id;
    }

    /** All documents by their ids, the fleet first. */
    synchronized Map<String, Document> all() {
        Map<String, Document> all = new LinkedHashMap<>();
        all.put(FLEET, fleet);
        all.putAll(kept);
        return all;
    }

    /**
     * The document with an id.
     *
     * @throws Refusal if there is none, or none any more
     */
    Document named(String id) throws Refusal {
        Document document = all().get(id);
        if (document == null) {
            throw Refusal.unknown("There is no document '" + id + "' (any more): only the last " + MOST
                    + " that were opened are kept.");
        }
        return document;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String id(byte[] content) {
        try {
            return "d"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
