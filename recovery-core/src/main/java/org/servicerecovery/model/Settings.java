package org.servicerecovery.model;

import java.math.BigDecimal;

/**
 * A playbook's numbers: what assessors measure by. Part of the fingerprint.
 *
 * @param recoveryMood          from which mood on a customer counts as upset, and the recovery-mood rules bite (K11)
 * @param openQuestions         how many open questions a story takes, at least 1 (C17, E11)
 * @param attempts              how many failed attempts to reach a customer are enough, at least 1 (K6)
 * @param appreciationThreshold below which amount a monetary gesture falls short in this industry; 0 means that the gesture
 *                              just needs to be (A28, A29); not negative
 */
public record Settings(Mood recoveryMood, int openQuestions, int attempts, BigDecimal appreciationThreshold) {
    /** UPSET, one open question, three attempts, any gesture. */
    public static final Settings STANDARD = new Settings(Mood.UPSET, 1, 3, BigDecimal.ZERO);

    /**
     * @throws InvalidInputException if a number is out of range or a part is null
     */
    public Settings {
        Texts.present("The recovery mood", recoveryMood);
        Texts.present("The appreciation threshold", appreciationThreshold);
        if (openQuestions < 1 || openQuestions > 50) {
            throw new InvalidInputException("The number of open questions must be 1 to 50, but was " + openQuestions + ".");
        }
        if (attempts < 1 || attempts > 50) {
            throw new InvalidInputException("The number of attempts must be 1 to 50, but was " + attempts + ".");
        }
        if (appreciationThreshold.signum() < 0) {
            throw new InvalidInputException("The appreciation threshold must not be negative, but was " + appreciationThreshold + ".");
        }
    }
}
