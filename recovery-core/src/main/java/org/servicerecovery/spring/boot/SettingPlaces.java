package org.servicerecovery.spring.boot;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/** Where a setting is written: file and line. */
final class SettingPlaces {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9-]+");
    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]*)]");

    private SettingPlaces() {
    }

    /** The name of what a map of settings has under a key. */
    static String under(String map, String key) {
        return PLAIN.matcher(key).matches() ? map + "." + key : map + "[" + key + "]";
    }

    /** The setting as it is written, with its value and place as far as they are known. */
    static String told(Environment environment, String property) {
        ConfigurationPropertyName name = name(property);
        if (name != null) {
            for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
                ConfigurationProperty found = source.getConfigurationProperty(name);
                if (found != null) {
                    return property + "=" + found.getValue() + (found.getOrigin() == null ? "" : " (" + found.getOrigin() + ")");
                }
            }
        }
        return property;
    }

    /** Null where the name cannot be a setting's. */
    private static ConfigurationPropertyName name(String property) {
        // Written in brackets, a key keeps its dots; elsewhere upper case is as good as lower case.
        ConfigurationPropertyName exact = ConfigurationPropertyName.ofIfValid(property);
        return exact != null || BRACKETS.matcher(property).find() ? exact : ConfigurationPropertyName.adapt(property, '.');
    }
}
