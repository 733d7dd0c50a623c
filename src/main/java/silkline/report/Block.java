package silkline.report;

import java.util.stream.Stream;

/** A part of a section. */
public sealed interface Block permits Note, Table, Chart, ClaimCard {
    Stream<Figure> figures();

    /** The anchors that this block takes in the page. */
    Stream<String> ids();

    /** Which macro of a template prints it. */
    String kind();

    <T> T render(Renderer<T> renderer);

    /** One method for each kind of block, so that no rendering forgets one. */
    interface Renderer<T> {
        T note(Note note);

        T table(Table table);

        T chart(Chart chart);

        T claim(ClaimCard claim);
    }
}
