package silkline.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** A tab of a {@link Browser}: looks at a page as a person with a mouse, a keyboard, a phone or a printer does. */
public final class Tab {
    private static final Set<String> TOLD = Set.of("error", "warning", "assert");

    private static final int LONGEST_PICTURE = 8_000;

    private final Browser browser;
    private final String session;

    Tab(Browser browser, String session) {
        this.browser = browser;
        this.session = session;
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            send(domain + ".enable", Browser.node());
        }
    }

    /** Opens a page and waits until it is drawn. */
    public Tab open(Path page) {
        send("Page.navigate", Browser.node().put("url", page.toUri().toString()));
        evaluate("new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', done))");
        settle();
        return this;
    }

    /** A window or a phone of this size, in pixels of the style sheet. */
    public Tab size(int width, int height, boolean isPhone) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Browser.node()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", isPhone ? 2 : 1)
                        .put("mobile", isPhone));
        return this;
    }

    /** {@code screen} or {@code print}; {@code light} or {@code dark}. */
    public Tab media(String media, String colours) {
        ObjectNode parameters = Browser.node().put("media", media);
        parameters
                .putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", colours);
        send("Emulation.setEmulatedMedia", parameters);
        settle();
        return this;
    }

    /** The value of an expression of JavaScript; promises are waited for. */
    public JsonNode evaluate(String expression) {
        JsonNode answer = send(
                "Runtime.evaluate",
                Browser.node()
                        .put("expression", expression)
                        .put("returnByValue", true)
                        .put("awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(answer.get("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /** Two frames: what was asked for has been laid out and painted. */
    public void settle() {
        evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /** Presses and lets go of a key that types {@code text} (may be empty), wherever the focus is. */
    public void press(String key, String text) {
        int code = key.equals("Enter") ? 13 : key.equals("Tab") ? 9 : 0;
        ObjectNode down = Browser.node().put("type", text.isEmpty() ? "rawKeyDown" : "keyDown");
        down.put("key", key).put("windowsVirtualKeyCode", code);
        if (!text.isEmpty()) {
            down.put("text", text);
        }
        send("Input.dispatchKeyEvent", down);
        send("Input.dispatchKeyEvent", Browser.node().put("type", "keyUp").put("key", key));
        settle();
    }

    /** Types words where the focus is. */
    public void type(String words) {
        send("Input.insertText", Browser.node().put("text", words));
        settle();
    }

    /** The page as a picture, down to the length that pictures may have. */
    public void picture(Path file) {
        JsonNode size = send("Page.getLayoutMetrics", Browser.node()).get("cssContentSize");
        ObjectNode parameters = Browser.node().put("format", "png").put("captureBeyondViewport", true);
        parameters
                .putObject("clip")
                .put("x", 0)
                .put("y", 0)
                .put("width", size.get("width").asDouble())
                .put("height", Math.min(size.get("height").asDouble(), LONGEST_PICTURE))
                .put("scale", 1);
        keep(file, send("Page.captureScreenshot", parameters));
    }

    /** The page as it is printed, on A4. */
    public void print(Path file) {
        ObjectNode parameters = Browser.node().put("preferCSSPageSize", true).put("paperWidth", 8.27);
        keep(file, send("Page.printToPDF", parameters.put("paperHeight", 11.69)));
    }

    private static void keep(Path file, JsonNode answer) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode(answer.get("data").asText()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Errors and warnings so far: of the console, of scripts, of the content policy, of the network. */
    public List<String> complaints() {
        return browser.events(session).stream()
                .filter(event -> switch (event.get("method").asText()) {
                    case "Runtime.exceptionThrown", "Network.loadingFailed" -> true;
                    case "Runtime.consoleAPICalled" ->
                        TOLD.contains(event.at("/params/type").asText());
                    case "Log.entryAdded" ->
                        TOLD.contains(event.at("/params/entry/level").asText());
                    default -> false;
                })
                .map(JsonNode::toString)
                .toList();
    }

    /** The addresses that were asked for so far. */
    public List<String> requests() {
        return browser.events(session).stream()
                .filter(event -> event.get("method").asText().equals("Network.requestWillBeSent"))
                .map(event -> event.at("/params/request/url").asText())
                .distinct()
                .toList();
    }

    private JsonNode send(String method, ObjectNode parameters) {
        return browser.send(session, method, parameters);
    }
}
