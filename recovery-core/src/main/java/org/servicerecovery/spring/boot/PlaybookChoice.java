package org.servicerecovery.spring.boot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.servicerecovery.model.BrokenPlaybookException;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.PlaybookId;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.PlaybookBuilder;
import org.servicerecovery.playbooks.Playbooks;

/** Which playbook new cases are opened by, and which the cases under way may be on: from the settings and the host's own beans. */
final class PlaybookChoice {
    private final Map<String, Playbook> beans;
    private final Playbook preferred;

    /** The preferred one is null unless one of the beans is the only one or the primary one. */
    PlaybookChoice(Map<String, Playbook> beans, Playbook preferred) {
        this.beans = beans;
        this.preferred = preferred;
    }

    /** A level that one setting gives, for one team or for all. */
    private record Setting(String property, Optional<String> team, String guardrail, Level level) {
        PlaybookBuilder on(PlaybookBuilder builder) {
            return team.isPresent() ? builder.level(team.get(), guardrail, level) : builder.level(guardrail, level);
        }
    }

    Playbook current(RecoveryProperties settings) {
        return made("recovery.", settings.current());
    }

    /** Without the current one; each name and version once, those of the settings before the host's beans. */
    List<Playbook> others(RecoveryProperties settings, Playbook current) {
        List<Playbook> others = new ArrayList<>();
        for (int i = 0; i < settings.earlier().size(); i++) {
            others.add(made("recovery.earlier[" + i + "].", settings.earlier().get(i)));
        }
        others.addAll(beans.values());
        // Cases that were opened before any level was set, or while there was no bean.
        others.add(base("recovery.", settings.current()));
        Map<PlaybookId, Playbook> once = new LinkedHashMap<>();
        others.stream().filter(other -> !other.id().equals(current.id())).forEach(other -> once.putIfAbsent(other.id(), other));
        return List.copyOf(once.values());
    }

    private Playbook made(String prefix, RecoveryProperties.Table table) {
        Playbook base = base(prefix, table);
        if (!table.isChanged()) {
            return base;
        }
        List<Setting> levels = settings(prefix, table);
        checkGuardrails(base, levels);
        String name = table.playbookName() != null ? table.playbookName() : base.id().name() + "-with-levels";
        String version = table.playbookVersion() != null ? table.playbookVersion() : base.id().version() + "-" + digest(levels);
        try {
            return built(base, name, version, levels);
        } catch (BrokenPlaybookException e) {
            throw broken(prefix, base, levels, e);
        }
    }

    private Playbook base(String prefix, RecoveryProperties.Table table) {
        String name = table.playbook();
        if (name == null) {
            if (preferred == null && !beans.isEmpty()) {
                throw new BadSettingsException(prefix + "playbook", "There are " + beans.size() + " Playbook beans, and it does not say by which"
                    + " of them new cases are opened.", "Name one, or mark it with @Primary: " + names());
            }
            return preferred == null ? Playbooks.standard() : preferred;
        }
        List<Playbook> named = beans.entrySet().stream().filter(bean -> bean.getKey().equals(name) || bean.getValue().id().name().equals(name))
            .map(Map.Entry::getValue).toList();
        if (named.size() > 1) {
            throw new BadSettingsException(prefix + "playbook", "There are " + named.size() + " Playbook beans called " + name + ".",
                "Name the one that is meant by the name of its bean: " + String.join(", ", beans.keySet()) + ".");
        }
        if (named.isEmpty() && !Playbooks.names().contains(name)) {
            throw new BadSettingsException(prefix + "playbook", "There is no playbook " + name + ".", "Use one of: " + names());
        }
        return named.isEmpty() ? Playbooks.named(name) : named.get(0);
    }

    private String names() {
        return Stream.concat(beans.values().stream().map(bean -> bean.id().name()), Playbooks.names().stream()).distinct()
            .collect(Collectors.joining(", ", "", "."));
    }

    /** In an order of their own, so that the digest is the same however they are written. */
    private static List<Setting> settings(String prefix, RecoveryProperties.Table table) {
        List<Setting> settings = new ArrayList<>();
        new TreeMap<>(table.levels()).forEach((guardrail, level) ->
            settings.add(new Setting(SettingPlaces.under(prefix + "levels", guardrail), Optional.empty(), guardrail, level)));
        new TreeMap<>(table.teamLevels()).forEach((team, levels) -> new TreeMap<>(levels).forEach((guardrail, level) ->
            settings.add(new Setting(SettingPlaces.under(SettingPlaces.under(prefix + "team-levels", team), guardrail), Optional.of(team), guardrail,
                level))));
        return settings;
    }

    private static void checkGuardrails(Playbook base, List<Setting> levels) {
        List<String> ids = base.definition().guardrails().stream().map(Guardrail::id).toList();
        BadSettingsException.Collector bad = new BadSettingsException.Collector();
        levels.forEach(setting -> bad.check(ids.contains(setting.guardrail()), setting.property(), "The playbook " + base.id().name()
            + " has no guardrail " + setting.guardrail() + ".", meant(setting.guardrail(), ids)));
        bad.throwIfAny();
    }

    /** More than a hundred names help nobody who misspelt one. */
    private static String meant(String written, List<String> ids) {
        List<String> near = Nearest.to(written, ids);
        return near.isEmpty() ? "Use one of: " + String.join(", ", ids) + "." : "Did you mean " + String.join(" or ", near) + "?";
    }

    private static Playbook built(Playbook base, String name, String version, List<Setting> levels) {
        PlaybookBuilder builder = Playbooks.like(base, name, version);
        levels.forEach(setting -> setting.on(builder));
        return builder.build();
    }

    /** Names the settings that are wrong by themselves; if each is right by itself, all of them. */
    private static BadSettingsException broken(String prefix, Playbook base, List<Setting> levels, BrokenPlaybookException all) {
        List<BadSettingsException.Problem> problems = new ArrayList<>();
        String remedy = "Give the guardrail back its level, or change what it stands for in a Playbook bean of your own.";
        for (Setting setting : levels) {
            try {
                built(base, "trial", "1", List.of(setting));
            } catch (BrokenPlaybookException e) {
                problems.add(new BadSettingsException.Problem(setting.property(), "At level " + setting.level() + " nothing can be proven any more: "
                    + String.join(" ", e.problems()), remedy));
            }
        }
        if (problems.isEmpty()) {
            String together = "The levels do not go together: " + String.join(" ", all.problems());
            levels.forEach(setting -> problems.add(new BadSettingsException.Problem(setting.property(), together, remedy)));
        }
        if (problems.isEmpty()) {
            problems.add(new BadSettingsException.Problem(prefix + "playbook", String.join(" ", all.problems()), "Mend the playbook."));
        }
        return new BadSettingsException(problems);
    }

    private static String digest(List<Setting> levels) {
        String text = levels.stream().map(setting -> setting.team().orElse("") + "\n" + setting.guardrail() + "\n" + setting.level())
            .collect(Collectors.joining("\n\n"));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256, but this one does not.", e);
        }
    }
}
