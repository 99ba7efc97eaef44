# Turns Maven's output into progress: a line for each module, a count of downloads, and every error in full.

function clear_count() {
    if (counting) {
        printf "\r\033[K"
        counting = 0
    }
}

{ print >log_file }

/^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]$/ {
    clear_count()
    position = $NF
    sub(/^\[INFO\] Building /, "")
    sub(/ +[^ ]+ +\[[0-9]+\/[0-9]+\]$/, "")
    printf "  %-8s %s\n", position, $0
    fflush()
}

/^Downloaded from |^\[INFO\] Downloaded from / {
    downloads++
    if (terminal) {
        printf "\r           %d files downloaded", downloads
        counting = 1
        fflush()
    } else if (downloads % 200 == 0) {
        printf "           %d files downloaded\n", downloads
        fflush()
    }
}

/^\[ERROR\]/ || /^\[WARNING\] .*\.java:/ {
    clear_count()
    print
    fflush()
}

END { clear_count() }
