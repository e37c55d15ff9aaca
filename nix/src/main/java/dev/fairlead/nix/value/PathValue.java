package dev.fairlead.nix.value;

/** An absolute, canonical path (a byte string): no {@code .}, no {@code ..}, no trailing slash but the root's. */
public final class PathValue extends Value {
    private final String path;

    public PathValue(String path) {
        this.path = path;
    }

    /**
     * The path that an absolute path means when {@code .}, {@code ..} and repeated slashes are resolved by their
     * spelling alone; links are not followed.
     */
    public static PathValue canonical(String absolute) {
        return new PathValue(canonicalize(absolute));
    }

    private static String canonicalize(String path) {
        StringBuilder out = new StringBuilder(path.length() + 1);
        int start = 0;
        while (start < path.length()) {
            int end = path.indexOf('/', start);
            if (end < 0) {
                end = path.length();
            }
            append(out, path, start, end);
            start = end + 1;
        }
        return out.isEmpty() ? "/" : out.toString();
    }

    private static void append(StringBuilder out, String path, int start, int end) {
        int length = end - start;
        if (length == 0 || (length == 1 && path.charAt(start) == '.')) {
            return;
        }
        if (length == 2 && path.charAt(start) == '.' && path.charAt(start + 1) == '.') {
            out.setLength(Math.max(0, out.lastIndexOf("/")));
        } else {
            out.append('/').append(path, start, end);
        }
    }

    public String path() {
        return path;
    }

    @Override
    public Type type() {
        return Type.PATH;
    }
}
