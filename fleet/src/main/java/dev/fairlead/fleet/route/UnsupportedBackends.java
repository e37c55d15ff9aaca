package dev.fairlead.fleet.route;

import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.deploy.Written;
import dev.fairlead.fleet.finding.Finding;
import dev.fairlead.fleet.finding.Finding.Related;
import dev.fairlead.fleet.finding.FindingId;
import dev.fairlead.fleet.finding.Place;
import dev.fairlead.fleet.resolution.ServiceNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds services whose content for a class the chosen backend cannot take: it neither translates content of the class,
 * nor has the service content for it in particular. Services of one aspect that lack the same are one finding.
 */
final class UnsupportedBackends {
    private static final int LISTED = 5;

    /** What is the same about services that a finding is about. */
    private record Lack(
            String aspect, RoutedClass of, @Nullable String backend, SortedSet<String> supported) {}

    private record Case(DeployedService service, @Nullable BackendChoice choice) {}

    private final ServiceNames names;
    private final Map<Lack, List<Case>> lacks = new LinkedHashMap<>();

    UnsupportedBackends(ServiceNames names) {
        this.names = names;
    }

    /** @param choice the backend that the class has for the service, or null if nobody chooses one */
    void check(DeployedService service, RoutedClass of, @Nullable BackendChoice choice) {
        boolean translated = service.classes().contains(of.name());
        var supported = new TreeSet<String>();
        for (String name : service.classes()) {
            if (of.backends().contains(name)) {
                supported.add(name);
            }
        }
        if (translated) {
            supported.addAll(of.translators());
        }
        boolean concerned = translated || !supported.isEmpty();
        if (concerned && (choice == null || !supported.contains(choice.backend()))) {
            lacks.computeIfAbsent(
                            new Lack(service.aspect(), of, choice == null ? null : choice.backend(), supported),
                            lack -> new ArrayList<>())
                    .add(new Case(service, choice));
        }
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        lacks.forEach((lack, cases) -> findings.add(finding(lack, cases)));
        return findings;
    }

    private Finding finding(Lack lack, List<Case> cases) {
        RoutedClass of = lack.of();
        Case first = cases.getFirst();
        String verb = cases.size() == 1 ? " has" : " have";
        String problem = lack.backend() == null
                ? verb + " content for " + of.name() + ", for which nobody chooses a backend."
                : verb + " content for " + of.name() + ", but none for its backend " + lack.backend() + ".";
        return Finding.of(FindingId.UNSUPPORTED_BACKEND, services(cases) + problem)
                .subject(first.service().id())
                .at(place(lack, first.service()))
                .related(chosen(of, first.choice()))
                .fix(fix(lack, first.service()))
                .build();
    }

    private String services(List<Case> cases) {
        String listed = String.join(
                ", ",
                names.print(cases.stream()
                        .limit(LISTED)
                        .map(each -> each.service().id())
                        .toList()));
        return cases.size() <= LISTED ? listed : listed + " and " + (cases.size() - LISTED) + " more";
    }

    private static @Nullable Place place(Lack lack, DeployedService service) {
        Written content = service.facet(lack.of().name());
        for (String name : lack.supported()) {
            content = content == null ? service.facet(name) : content;
        }
        return content == null ? service.location() : content.location();
    }

    private static List<Related> chosen(RoutedClass of, @Nullable BackendChoice choice) {
        if (choice == null || choice.location() == null) {
            return List.of();
        }
        String who = choice.by() == null ? "den.classes." + of.name() : choice.by();
        return List.of(new Related(who + " chooses " + choice.backend(), choice.location()));
    }

    private static String fix(Lack lack, DeployedService service) {
        String own =
                lack.backend() == null ? "" : "give den.aspects." + lack.aspect() + " an attribute " + lack.backend();
        if (lack.supported().isEmpty()) {
            return own.isEmpty() ? "set den.classes." + lack.of().name() + ".backend" : own;
        }
        String choose = "choose " + String.join(" or ", lack.supported()) + ": backends."
                + lack.of().name() + " = \"" + lack.supported().getFirst() + "\"; on "
                + service.scope().id();
        return own.isEmpty() ? choose : choose + "; or " + own;
    }
}
