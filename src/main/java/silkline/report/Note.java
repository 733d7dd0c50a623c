package silkline.report;

import java.util.stream.Stream;

/** A paragraph. */
public record Note(String text) implements Block {
    public Note {
        Ids.requireText("text", text);
    }

    @Override
    public Stream<Figure> figures() {
        return Stream.empty();
    }

    @Override
    public Stream<String> ids() {
        return Stream.empty();
    }

    @Override
    public String kind() {
        return "note";
    }

    @Override
    public <T> T render(Renderer<T> renderer) {
        return renderer.note(this);
    }
}
