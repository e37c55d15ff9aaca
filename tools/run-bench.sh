# shellcheck shell=sh
# Sourced by tools/conformance and tools/differential: builds the module bench and runs a class of it.

# Runs class $1 of the module bench in the repository $root with the other arguments, and with the words of
# $bench_environment (NAME=VALUE) in its environment; does not return.
run_bench() {
    bench_class=$1
    shift
    . "$root/tools/build-environment.sh"
    find_jdk
    find_maven
    lock_build "$root"
    bench_log=$root/target/bench-build.log
    if ! (cd "$root" && mvn -B -ntp -Dmaven.test.skip=true -pl bench -am package) >"$bench_log" 2>&1 </dev/null; then
        grep -E '^\[ERROR\]' "$bench_log" >&2
        echo "the build failed; all of its output is in $bench_log" >&2
        exit 2
    fi
    unlock_build
    # shellcheck disable=SC2086
    exec env ${bench_environment:-} "$JDK_HOME/bin/java" -cp "$root/bench/target/classes:$root/cli/target/fairlead.jar" "$bench_class" "$@"
}
