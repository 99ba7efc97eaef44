package dev.sluice.embedded.process;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ports that the running JVMs of this user have given away: each is a locked byte of one empty file, and the
 * operating system unlocks it when its JVM ends, however that comes.
 */
final class GivenPorts {
    private static final FileChannel FILE =
            open(Path.of(System.getProperty("java.io.tmpdir"), "sluice-ports-" + System.getProperty("user.name")));

    /** A lock that nobody refers to is forgotten. */
    private static final Set<FileLock> LOCKS = ConcurrentHashMap.newKeySet();

    private GivenPorts() {}

    /** Whether it had not been given away before, and has been now. */
    static boolean add(int port) {
        try {
            FileLock lock = FILE.tryLock(port, 1, false);
            return lock != null && LOCKS.add(lock);
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock a port", e);
        }
    }

    private static FileChannel open(Path file) {
        try {
            return FileChannel.open(file, CREATE, WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open " + file, e);
        }
    }
}
