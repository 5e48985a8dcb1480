package org.servicerecovery.spring.boot;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationProperty;

/** The settings that there are, for those who misspell one. */
final class SettingNames {
    static final String PREFIX = "recovery";
    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");
    private static final String ANY_INDEX = "[0]";

    private SettingNames() {
    }

    static boolean isOurs(ConfigurationProperty property) {
        return property.getName().toString().startsWith(PREFIX + ".");
    }

    /** What is wrong with a setting that nothing is bound to. */
    static BadSettingsException.Problem unknown(ConfigurationProperty property) {
        String written = property.getName().toString();
        List<String> all = under(PREFIX, RecoveryProperties.class).toList();
        List<String> near = Nearest.to(INDEX.matcher(written).replaceAll(ANY_INDEX), all);
        return new BadSettingsException.Problem(written, "There is no such setting.",
            near.isEmpty() ? "Use one of: " + String.join(", ", all) + "." : "Did you mean " + String.join(" or ", near) + "?");
    }

    private static Stream<String> under(String prefix, Class<?> settings) {
        return Arrays.stream(settings.getRecordComponents()).flatMap(component -> of(prefix + "."
            + DataObjectPropertyName.toDashedForm(component.getName()), component));
    }

    private static Stream<String> of(String name, RecordComponent component) {
        if (component.getType().isRecord()) {
            return under(name, component.getType());
        }
        if (component.getType() == List.class) {
            return under(name + ANY_INDEX, (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]);
        }
        return Stream.of(component.getType() == Map.class ? name + ".…" : name);
    }
}
