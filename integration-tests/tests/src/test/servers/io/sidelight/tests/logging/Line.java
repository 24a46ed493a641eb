package io.sidelight.tests.logging;

import java.util.List;
import java.util.Map;

/**
 * A line that the application is to log.
 *
 * @param logger its full name
 * @param level {@code DEBUG}, {@code INFO}, {@code WARN} or {@code ERROR}
 * @param message with {@code {}} for each argument
 * @param thrown null for none
 * @param marker null for none
 * @param keyValues empty where the API has none
 */
record Line(
    String logger,
    String level,
    String message,
    List<String> arguments,
    Throwable thrown,
    String marker,
    Map<String, Object> keyValues) {}
