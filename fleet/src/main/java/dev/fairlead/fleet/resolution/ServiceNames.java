package dev.fairlead.fleet.resolution;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How ids are printed for people: {@code service:dns@web1} is {@code service:dns} wherever no other service of the
 * fleet would be printed so.
 */
public final class ServiceNames {
    private static final String SERVICE = "service:";

    /** Stands for several services. */
    private static final String SEVERAL = "";

    private final Map<String, String> services = new HashMap<>();

    /** @param ids the ids of all services of the fleet */
    public ServiceNames(Collection<String> ids) {
        for (String id : ids) {
            services.merge(withoutPlace(id), id, (one, other) -> SEVERAL);
        }
    }

    /** The names of the services of a resolution. */
    public static ServiceNames of(Resolution resolution) {
        return new ServiceNames(
                resolution.services().stream().map(Resolution.Service::id).toList());
    }

    /** The printed forms of ids, in order. */
    public List<String> print(List<String> ids) {
        return ids.stream().map(this::print).toList();
    }

    /** The printed form of an id; an id of anything but a service of the fleet is its own. */
    public String print(String id) {
        if (!id.startsWith(SERVICE)) {
            return id;
        }
        String brief = withoutPlace(id);
        return id.equals(services.get(brief)) ? brief : id;
    }

    /** An aspect path may not contain {@code @}, and neither may the name of an instance: the first one ends them. */
    private static String withoutPlace(String id) {
        int at = id.indexOf('@');
        return at < 0 ? id : id.substring(0, at);
    }
}
