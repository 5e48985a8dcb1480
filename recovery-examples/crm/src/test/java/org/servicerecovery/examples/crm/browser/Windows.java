package org.servicerecovery.examples.crm.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The windows of one test. They are closed after it; of a test that failed, there are pictures of them. */
final class Windows implements AfterEachCallback {
    private final IntSupplier port;
    private final List<Window> open = new ArrayList<>();

    Windows(IntSupplier port) {
        this.port = port;
    }

    /** Nobody is signed in. */
    Window stranger() {
        Window window = new Window(port.getAsInt());
        open.add(window);
        return window;
    }

    Window of(String who) {
        return stranger().signIn(who);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        try {
            if (test.getExecutionException().isPresent()) {
                for (int i = 0; i < open.size(); i++) {
                    open.get(i).picture(Path.of("target", "browser", "failed-" + test.getRequiredTestMethod().getName() + "-" + (i + 1) + ".png"));
                }
            }
        } finally {
            open.forEach(Window::close);
        }
    }
}
