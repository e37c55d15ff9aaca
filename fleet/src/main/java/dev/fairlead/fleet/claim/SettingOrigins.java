package dev.fairlead.fleet.claim;

import dev.fairlead.fleet.deploy.DeployedService;
import dev.fairlead.fleet.setting.SettingOrigin;
import org.jspecify.annotations.Nullable;

/** Tells where what a service read from settings comes from. */
@FunctionalInterface
public interface SettingOrigins {
    /** Null if that is not known, or if several layers have a part in it. */
    @Nullable
    SettingOrigin of(DeployedService service, SettingRead read);
}
