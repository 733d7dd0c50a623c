package silkline.table;

import io.delta.storage.HDFSLogStore;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Commits to tables on the disks of this machine. Delta's own store looks whether a commit is there and then renames a
 * file to it; between the two another process can do the same, and the first commit is lost. A hard link is made only
 * where nothing is, in one step, and shows the whole file or none.
 */
public class LocalCommits extends HDFSLogStore {
    /** Called by Delta, which is told of this class by {@code spark.delta.logStore.file.impl}. */
    public LocalCommits(Configuration hadoop) {
        super(hadoop);
    }

    @Override
    public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration hadoop) throws IOException {
        if (overwrite) {
            super.write(path, actions, true, hadoop);
            return;
        }
        List<String> lines = new ArrayList<>();
        actions.forEachRemaining(lines::add);
        java.nio.file.Path commit = new File(path.toUri().getPath()).toPath();
        write(commit, lines);
    }

    private static void write(java.nio.file.Path commit, List<String> lines) throws IOException {
        String name = ".%s.%s.tmp".formatted(commit.getFileName(), UUID.randomUUID());
        java.nio.file.Path whole = commit.resolveSibling(name);
        try {
            Files.write(whole, lines);
            link(commit, whole);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static void link(java.nio.file.Path commit, java.nio.file.Path whole) throws IOException {
        try {
            Files.createLink(commit, whole);
        } catch (FileAlreadyExistsException expected) {
            throw expected;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            // Disks without hard links, such as exFAT: safe for one process, as Delta's own store is.
            synchronized (LocalCommits.class) {
                Files.move(whole, commit);
            }
        }
    }
}
