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
        StringBuilder out = new StringBuilder(path.length());
        int start = 0;
        while (start < path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String name = path.substring(start, end);
            if (name.equals("..")) {
                out.setLength(Math.max(0, out.lastIndexOf("/")));
            } else if (!name.isEmpty() && !name.equals(".")) {
                out.append('/').append(name);
            }
            start = end + 1;
        }
        return out.isEmpty() ? "/" : out.toString();
    }

    public String path() {
        return path;
    }

    @Override
    public Type type() {
        return Type.PATH;
    }
}
