package org.servicerecovery.examples.crm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The pictures that the README shows are there, which needs no browser to see. */
class ReadmePicturesTest {
    static final String[] NAMES = PicturesTest.NAMES;

    @ParameterizedTest
    @FieldSource("NAMES")
    void aPictureIsThere(String name) throws IOException {
        Path file = PicturesTest.README.resolve(name);
        assertTrue(Files.exists(file), () -> file + " is missing. Write it with: " + PicturesTest.WRITE);
        BufferedImage picture = ImageIO.read(file.toFile());
        assertEquals(name.replaceAll(".*-(\\d+)\\.png", "$1"), String.valueOf(picture.getWidth()));
        assertTrue(Files.size(file) < PicturesTest.LARGEST, () -> file + " is too large for a README");
    }
}
