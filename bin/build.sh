# For bin/sluice and bin/bench to read: builds what has changed since the last build, with a line of progress for each module.

build_stamp=app-local/target/built
build_log=app-local/target/build.log
build_pipe=app-local/target/build.pipe

is_built() {
    [ -f "$build_stamp" ] || return 1
    for jar in app-api/target/*-exec.jar app-worker/target/*-exec.jar app-local/target/app-local-*.jar bench/target/bench-*.jar; do
        [ -f "$jar" ] || return 1
    done
    # A folder is newer too when something in it was added or removed.
    [ -z "$(find pom.xml .mvn ./*/pom.xml ./*/src/main ./*/src/codegen -newer "$build_stamp" -print | head -n 1)" ]
}

stop_build() {
    kill "$maven" 2>/dev/null || true
    rm -f "$build_pipe"
    exit 143
}

# In the background, as a shell that waits in the foreground would not hear a signal before Maven has ended.
run_maven() {
    mkfifo "$build_pipe"
    awk -v log_file="$build_log" -v terminal="$([ -t 1 ] && echo 1 || echo 0)" -f bin/progress.awk <"$build_pipe" &
    progress=$!
    mvn --batch-mode -DskipTests -Dtests.compile.skip=true -Dspotless.check.skip=true package >"$build_pipe" 2>&1 &
    maven=$!
    trap stop_build INT TERM HUP
    status=0
    wait "$maven" || status=$?
    trap - INT TERM HUP
    wait "$progress"
    rm -f "$build_pipe"
    return "$status"
}

build_what_changed() {
    is_built && return
    bin/require-maven
    echo "Building (the whole log: $build_log)"
    rm -rf app-local/target/lib bench/target/lib "$build_stamp" "$build_pipe"
    mkdir -p app-local/target
    # The time before the build: what is changed while it runs is built by the next one.
    touch "$build_stamp.begun"
    if ! run_maven; then
        echo "The build failed." >&2
        exit 1
    fi
    mv "$build_stamp.begun" "$build_stamp"
}
