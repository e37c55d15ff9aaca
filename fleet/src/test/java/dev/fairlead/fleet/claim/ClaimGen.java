package dev.fairlead.fleet.claim;

import dev.fairlead.testing.Gen;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Random claims on few hosts, addresses and ports, so that many collide. */
final class ClaimGen {
    private static final Gen<BindAddress> ADDRESSES = Gen.elements("127.0.0.1", "10.0.0.1", "::1", "0.0.0.0", "::", "*")
            .map(text -> Objects.requireNonNull(BindAddress.parse(text)));
    private static final Gen<String> PROTOCOLS = Gen.elements("tcp", "udp");

    private ClaimGen() {}

    static Gen<PortDeclaration> declarations(String name, Gen<PortRange> ranges) {
        return choices -> new PortDeclaration(
                name,
                ranges.draw(choices),
                PROTOCOLS.draw(choices),
                ADDRESSES.draw(choices),
                false,
                null,
                List.of(),
                null);
    }

    static PortDeclaration automatic(PortDeclaration declaration) {
        return new PortDeclaration(
                declaration.name(),
                null,
                declaration.protocol(),
                declaration.bind(),
                declaration.open(),
                declaration.location(),
                declaration.settings(),
                declaration.rule());
    }

    static Gen<PortRange> ranges(int from, int to) {
        return choices -> {
            int first = Gen.ints(0, to - from).draw(choices) + from;
            int length = choices.chance(3) ? Gen.ints(0, to - first).draw(choices) : 0;
            return new PortRange(first, first + length);
        };
    }

    /** Claims of numbered services, so that no two are equal. */
    static Gen<List<Claim>> claims(int most, String... hosts) {
        Gen<PortDeclaration> declarations = declarations("p", ranges(1, 12));
        Gen<Claim> claim = choices -> {
            PortDeclaration declaration = declarations.draw(choices);
            return new Claim(
                    "", Gen.elements(hosts).draw(choices), declaration, Objects.requireNonNull(declaration.number()));
        };
        return claim.list(most).map(ClaimGen::numbered);
    }

    private static List<Claim> numbered(List<Claim> claims) {
        return IntStream.range(0, claims.size())
                .mapToObj(i -> {
                    Claim claim = claims.get(i);
                    return new Claim("service:s%02d@h".formatted(i), claim.host(), claim.declaration(), claim.ports());
                })
                .toList();
    }
}
