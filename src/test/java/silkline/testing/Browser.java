package silkline.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A headless Chromium, spoken to in its DevTools protocol. Tests are skipped where there is none. */
public final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int START_SECONDS = 60;
    private static final int ANSWER_SECONDS = 90;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> waiting;
    private final Map<String, List<JsonNode>> events;
    private final AtomicInteger lastId = new AtomicInteger();

    private Browser(
            Process process,
            WebSocket socket,
            Map<Integer, CompletableFuture<JsonNode>> waiting,
            Map<String, List<JsonNode>> events) {
        this.process = process;
        this.socket = socket;
        this.waiting = waiting;
        this.events = events;
    }

    /** A new one whose profile is {@code folder}, which is emptied; skips the test where no Chromium is on the path. */
    public static Browser start(Path folder) {
        Optional<Path> program = program();
        assumeTrue(program.isPresent(), "Skipped: none of %s is on the path.".formatted(NAMES));
        Folders.delete(folder);
        Folders.create(folder);
        try {
            Process process = new ProcessBuilder(
                            program.orElseThrow().toString(),
                            "--headless=new",
                            "--no-sandbox", // the sandbox cannot start as root in a container; the pages are our own
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--disable-background-networking",
                            "--no-first-run",
                            "--hide-scrollbars",
                            "--remote-debugging-port=0",
                            "--user-data-dir=" + folder.toAbsolutePath(),
                            "about:blank")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
            Map<String, List<JsonNode>> events = new ConcurrentHashMap<>();
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create(address(folder)), new Listener(waiting, events))
                    .join();
            return new Browser(process, socket, waiting, events);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Optional<Path> program() {
        return NAMES.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Chromium writes its port and the path of its socket into its profile once it listens. */
    private static String address(Path profile) throws IOException {
        Path told = profile.resolve("DevToolsActivePort");
        for (int i = 0; i < START_SECONDS * 20; i++) {
            if (Files.exists(told) && Files.readAllLines(told).size() == 2) {
                List<String> lines = Files.readAllLines(told);
                return "ws://127.0.0.1:" + lines.get(0) + lines.get(1);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        throw new AssertionError("Chromium did not start in %d seconds".formatted(START_SECONDS));
    }

    /** Opens an empty tab. */
    public Tab tab() {
        JsonNode target = send("", "Target.createTarget", node().put("url", "about:blank"));
        String session = send(
                        "",
                        "Target.attachToTarget",
                        node().put("targetId", target.get("targetId").asText()).put("flatten", true))
                .get("sessionId")
                .asText();
        events.put(session, new CopyOnWriteArrayList<>());
        return new Tab(this, session);
    }

    /** Files that pages offer go to {@code folder}. */
    public void download(Path folder) {
        send(
                "",
                "Browser.setDownloadBehavior",
                node().put("behavior", "allow")
                        .put("downloadPath", folder.toAbsolutePath().toString()));
    }

    static ObjectNode node() {
        return JSON.createObjectNode();
    }

    JsonNode send(String session, String method, ObjectNode parameters) {
        int id = lastId.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        ObjectNode message = node().put("id", id).put("method", method);
        message.set("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        socket.sendText(message.toString(), true).join();
        try {
            JsonNode found = answer.orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join();
            if (found.has("error")) {
                throw new AssertionError(method + ": " + found.get("error"));
            }
            return found.get("result");
        } catch (CompletionException late) {
            throw new AssertionError(method + ": no answer", late);
        }
    }

    List<JsonNode> events(String session) {
        return List.copyOf(events.get(session));
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Puts each message where it is waited for. */
    private record Listener(
            Map<Integer, CompletableFuture<JsonNode>> waiting, Map<String, List<JsonNode>> events, StringBuilder part)
            implements WebSocket.Listener {
        Listener(Map<Integer, CompletableFuture<JsonNode>> waiting, Map<String, List<JsonNode>> events) {
            this(waiting, events, new StringBuilder());
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean isLast) {
            part.append(text);
            if (isLast) {
                take(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void take(String text) {
            try {
                JsonNode message = JSON.readTree(text);
                if (message.has("id")) {
                    waiting.remove(message.get("id").asInt()).complete(message);
                } else {
                    List<JsonNode> known = events.get(message.path("sessionId").asText());
                    if (known != null) {
                        known.add(message);
                    }
                }
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
