package org.servicerecovery.webhook;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.servicerecovery.model.InvalidInputException;

/** The checks that everything passes before it enters a webhook. No message quotes what may be secret. */
final class Checks {
    private static final int LONGEST_NAME = 200;
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]");

    private Checks() {
    }

    static <T> T present(String place, T value) {
        if (value == null) {
            throw new InvalidInputException(place + " must not be null.");
        }
        return value;
    }

    static String name(String name) {
        if (present("The name of a webhook", name).isBlank() || name.length() > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInputException("The name of a webhook must be one line of 1 to " + LONGEST_NAME
                + " characters that is not blank: it is part of every delivery's key. Name it after the receiver, like pager.");
        }
        return name;
    }

    static URI uri(String name, URI uri, boolean plainHttp) {
        String scheme = present("The URI of webhook " + name, uri).getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!Set.of("http", "https").contains(scheme) || uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw wrong(name, uri, "must be an absolute one with scheme https, a host, and a port of 1 to 65535 or none. Write it like"
                + " https://receiver.example/recovery");
        }
        if (uri.getRawUserInfo() != null) {
            throw wrong(name, uri, "has user information, which would end up in logs. Leave it out: the signature shows who sends");
        }
        if (uri.getRawFragment() != null) {
            throw wrong(name, uri, "has a fragment, which is never sent. Leave out what follows the #");
        }
        if (scheme.equals("http") && !plainHttp && !LOOPBACK.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches()) {
            throw wrong(name, uri, "is plain http, which anyone on the way can read. Use https, or call allowPlainHttp() if the way is safe");
        }
        return uri;
    }

    /** Without query and user information, where tokens hide. */
    static String shown(URI uri) {
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
            + (uri.getRawPath() == null ? "" : uri.getRawPath());
    }

    private static InvalidInputException wrong(String name, URI uri, String what) {
        return new InvalidInputException("The URI of webhook " + name + " (" + shown(uri) + ") " + what + ".");
    }
}
