package dev.fairlead.fleet.claim;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The ports of one host that are taken, by protocol and address. Each question costs a scan of at most 8 KiB. */
final class TakenPorts {
    private static final class Line {
        private final BitSet everywhere = new BitSet();
        private final BitSet anywhere = new BitSet();
        private final Map<String, BitSet> byAddress = new HashMap<>();

        BitSet on(String address) {
            return byAddress.computeIfAbsent(address, any -> new BitSet());
        }
    }

    private final Map<String, Line> lines = new HashMap<>();
    private final BitSet reserved = new BitSet();

    void take(PortDeclaration declared, PortRange ports) {
        Line line = line(declared);
        String address = declared.bind().canonical();
        (address == null ? line.everywhere : line.on(address)).set(ports.first(), ports.last() + 1);
        line.anywhere.set(ports.first(), ports.last() + 1);
    }

    /** Keeps a number from being given out, on all addresses and for all protocols. */
    void reserve(int port) {
        reserved.set(port);
    }

    boolean isFree(PortDeclaration declared, int port) {
        Line line = line(declared);
        String address = declared.bind().canonical();
        return address == null
                ? !line.anywhere.get(port)
                : !line.everywhere.get(port) && !line.on(address).get(port);
    }

    /** The lowest number of a range that is neither taken nor reserved, or 0 if there is none. */
    int lowestFree(PortDeclaration declared, PortRange range) {
        for (int port = range.first(); port <= range.last(); port = next(declared, port + 1)) {
            if (!reserved.get(port) && isFree(declared, port)) {
                return port;
            }
        }
        return 0;
    }

    /** A number from {@code port} on below which none is free. */
    private int next(PortDeclaration declared, int port) {
        Line line = line(declared);
        BitSet taken = declared.bind().canonical() == null ? line.anywhere : line.everywhere;
        return Math.max(taken.nextClearBit(port), reserved.nextClearBit(port));
    }

    private Line line(PortDeclaration declared) {
        return lines.computeIfAbsent(declared.protocol(), protocol -> new Line());
    }
}
