package dev.fairlead.nix.builtin;

import dev.fairlead.nix.syntax.Bytes;
import dev.fairlead.nix.value.EvalException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where a flake or a source tree is: {@code github:owner/repo/ref}, {@code path:/folder}, {@code git+https://…},
 * {@code nixpkgs}, an archive at a URL. As attributes these are {@code type} and what it needs.
 *
 * @param attributes by name; {@code true} and {@code false} and integers as they are written in URLs
 */
record FlakeReference(SortedMap<String, String> attributes) {
    private static final Set<String> FORGES = Set.of("github", "gitlab", "sourcehut");
    private static final Set<String> FLAGS =
            Set.of("shallow", "submodules", "lfs", "exportIgnore", "allRefs", "verifyCommit");
    private static final Set<String> NUMBERS = Set.of("lastModified", "revCount");
    private static final Pattern REVISION = Pattern.compile("[0-9a-fA-F]{40}");
    private static final Pattern IDENTIFIER = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]*");
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*:.*");

    /**
     * Reads the form of a URL, of a path, or of a name in the registry.
     *
     * @throws EvalException if it is none of these
     */
    static FlakeReference parse(String text) {
        int question = text.indexOf('?');
        String base = question < 0 ? text : text.substring(0, question);
        SortedMap<String, String> query = question < 0 ? new TreeMap<>() : query(text.substring(question + 1));
        SortedMap<String, String> attributes = new TreeMap<>();
        int colon = base.indexOf(':');
        if (!SCHEME.matcher(base).matches()) {
            return base.startsWith("/") || base.startsWith(".")
                    ? path(base, query, attributes)
                    : indirect(base, query, attributes);
        }
        String scheme = base.substring(0, colon);
        String rest = base.substring(colon + 1);
        if (FORGES.contains(scheme)) {
            attributes.put("type", scheme);
            return forge(text, rest, query, attributes);
        }
        return switch (scheme) {
            case "path" -> path(rest, query, attributes);
            case "flake" -> indirect(rest, query, attributes);
            default -> remote(scheme, base, query, attributes);
        };
    }

    /** The value of an attribute of the URL's form as it is as an attribute: a string, a number or a flag. */
    static boolean isFlag(String name) {
        return FLAGS.contains(name);
    }

    static boolean isNumber(String name) {
        return NUMBERS.contains(name);
    }

    /**
     * The form of a URL.
     *
     * @throws EvalException if {@code type} is unknown or an attribute it needs is missing
     */
    String url() {
        SortedMap<String, String> query = new TreeMap<>(attributes);
        String type = take(query, "type");
        String base = switch (type) {
            case "github", "gitlab", "sourcehut" -> {
                String url = type + ":" + take(query, "owner") + "/" + take(query, "repo");
                String at = query.remove("ref");
                String revision = query.remove("rev");
                String version = at != null ? at : revision;
                yield version == null ? url : url + "/" + version;
            }
            case "path" -> "path:" + encode(take(query, "path"), "/:@!$&'()*+,;=");
            case "indirect" -> {
                String url = "flake:" + take(query, "id");
                for (String part : new String[] {query.remove("ref"), query.remove("rev")}) {
                    url += part == null ? "" : "/" + part;
                }
                yield url;
            }
            case "git", "hg" -> type + "+" + take(query, "url");
            case "tarball", "file" -> take(query, "url");
            default -> throw invalid("input type '" + type + "' of a flake reference is not known");
        };
        StringBuilder url = new StringBuilder(base);
        char separator = base.indexOf('?') < 0 ? '?' : '&';
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            String value = FLAGS.contains(parameter.getKey())
                    ? (parameter.getValue().equals("true") ? "1" : "0")
                    : parameter.getValue();
            url.append(separator).append(parameter.getKey()).append('=').append(encode(value, ":@/?"));
            separator = '&';
        }
        return url.toString();
    }

    private static FlakeReference path(
            String path, SortedMap<String, String> query, SortedMap<String, String> attributes) {
        attributes.put("type", "path");
        attributes.put("path", decode(path));
        attributes.putAll(query);
        return new FlakeReference(attributes);
    }

    private static FlakeReference forge(
            String text, String rest, SortedMap<String, String> query, SortedMap<String, String> attributes) {
        String[] parts = rest.split("/", -1);
        if (parts.length < 2) {
            throw invalid("'" + text + "' is not a flake reference: expected an owner and a repository");
        }
        attributes.put("owner", decode(parts[0]));
        attributes.put("repo", decode(parts[1]));
        if (parts.length > 2) {
            List<String> version = new ArrayList<>(List.of(parts).subList(2, parts.length));
            putVersion(decode(String.join("/", version)), attributes);
        }
        attributes.putAll(query);
        return new FlakeReference(attributes);
    }

    private static FlakeReference indirect(
            String text, SortedMap<String, String> query, SortedMap<String, String> attributes) {
        String[] parts = text.split("/", -1);
        if (!IDENTIFIER.matcher(parts[0]).matches() || parts.length > 3) {
            throw invalid("'" + text + "' is not a valid URL or the name of a flake");
        }
        attributes.put("type", "indirect");
        attributes.put("id", parts[0]);
        if (parts.length > 1) {
            putVersion(parts[1], attributes);
        }
        if (parts.length > 2) {
            attributes.put("rev", parts[2]);
        }
        attributes.putAll(query);
        return new FlakeReference(attributes);
    }

    private static FlakeReference remote(
            String scheme, String base, SortedMap<String, String> query, SortedMap<String, String> attributes) {
        int plus = scheme.indexOf('+');
        String application = plus < 0 ? scheme : scheme.substring(0, plus);
        String url = plus < 0 ? base : base.substring(plus + 1);
        switch (application) {
            case "git", "hg", "tarball", "file" ->
                attributes.put("type", plus < 0 && !scheme.equals("git") ? archive(base) : application);
            case "http", "https" -> attributes.put("type", archive(base));
            default -> throw invalid("input '" + base + "' is unsupported");
        }
        attributes.put("url", url);
        attributes.putAll(query);
        return new FlakeReference(attributes);
    }

    private static String archive(String url) {
        return url.matches(".*\\.(zip|tar|tgz|tar\\.gz|tar\\.xz|tar\\.bz2|tar\\.zst)") ? "tarball" : "file";
    }

    private static void putVersion(String version, SortedMap<String, String> attributes) {
        attributes.put(REVISION.matcher(version).matches() ? "rev" : "ref", version);
    }

    private static SortedMap<String, String> query(String text) {
        SortedMap<String, String> query = new TreeMap<>();
        for (String parameter : text.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                String name = decode(parameter.substring(0, equals));
                String value = decode(parameter.substring(equals + 1));
                query.put(name, FLAGS.contains(name) ? String.valueOf(value.equals("1")) : value);
            }
        }
        return query;
    }

    private static String take(SortedMap<String, String> attributes, String name) {
        String value = attributes.remove(name);
        if (value == null) {
            throw invalid("attribute '" + name + "' is missing in a flake reference");
        }
        return value;
    }

    private static String decode(String text) {
        try {
            return Bytes.encode(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            throw invalid("invalid URL parameter '" + text + "'");
        }
    }

    private static String encode(String text, String allowed) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= '0' && c <= '9')
                    || (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || "-._~".indexOf(c) >= 0
                    || allowed.indexOf(c) >= 0;
            if (plain) {
                out.append(c);
            } else {
                out.append(String.format("%%%02X", (int) c));
            }
        }
        return out.toString();
    }

    private static EvalException invalid(String message) {
        return new EvalException(EvalException.Kind.OTHER, message);
    }
}
