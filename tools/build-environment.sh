# shellcheck shell=sh
# Sourced by ./fairlead and ./verify: finds what a build needs (a JDK, Maven), and keeps two builds from running at once.
# Plain POSIX sh. Results are in variables, since a command substitution would cost a process.

JDK_WANTED=25
MAVEN_WANTED=3.8.7

# Sets JDK_HOME to a JDK of version $JDK_WANTED or newer: JAVA_HOME, then the java of PATH, then the usual folders. Of
# those the one with exactly the wanted version is preferred. Without any: says what to install, and exits with 2.
find_jdk() {
    JDK_HOME=
    jdk_newer=
    if [ -n "${JAVA_HOME:-}" ] && jdk_version "$JAVA_HOME" && [ "$jdk_major" -ge "$JDK_WANTED" ]; then
        JDK_HOME=$JAVA_HOME
        return 0
    fi
    jdk_java=$(command -v java) && jdk_java=$(readlink -f "$jdk_java" 2>/dev/null) && jdk_java=${jdk_java%/bin/java} &&
        jdk_version "$jdk_java" && [ "$jdk_major" -ge "$JDK_WANTED" ] && JDK_HOME=$jdk_java && return 0

    if [ -x /usr/libexec/java_home ]; then
        jdk_consider "$(/usr/libexec/java_home -v "$JDK_WANTED" 2>/dev/null)" && return 0
    fi
    # A pattern without a match stays as it is and is no folder with a java in it.
    for jdk_folder in \
        /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/* /opt/java/* /opt/jdk/* /usr/local/java/* /usr/local/openjdk* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.asdf/installs/java/* "${XDG_DATA_HOME:-$HOME/.local/share}"/mise/installs/java/* \
        "$HOME"/.jdks/* "$HOME"/.gradle/jdks/* "$HOME"/.jabba/jdk/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /home/linuxbrew/.linuxbrew/opt/openjdk* \
        "$HOME"/.nix-profile/lib/openjdk /run/current-system/sw/lib/openjdk /etc/profiles/per-user/*/lib/openjdk; do
        jdk_consider "$jdk_folder" && return 0
    done
    if [ -n "$jdk_newer" ]; then
        JDK_HOME=$jdk_newer
        return 0
    fi
    cat >&2 <<EOF
fairlead: needs a JDK of version $JDK_WANTED or newer, and found none in JAVA_HOME, on PATH or in the usual folders. Install one:
  Debian, Ubuntu   apt-get install openjdk-$JDK_WANTED-jdk-headless   (or temurin-$JDK_WANTED-jdk from Adoptium)
  Fedora           dnf install java-$JDK_WANTED-openjdk-devel
  Arch             pacman -S jdk$JDK_WANTED-openjdk
  macOS            brew install openjdk@$JDK_WANTED
  SDKMAN           sdk install java $JDK_WANTED-tem
  Nix              nix-shell -p jdk$JDK_WANTED maven
If it is installed elsewhere, set JAVA_HOME to its folder.
EOF
    exit 2
}

# Takes $1 if it is a JDK of the wanted version; remembers it if it is newer.
jdk_consider() {
    [ -n "$1" ] && jdk_version "$1" || return 1
    if [ "$jdk_major" -eq "$JDK_WANTED" ]; then
        JDK_HOME=$1
        return 0
    fi
    if [ "$jdk_major" -gt "$JDK_WANTED" ] && [ -z "$jdk_newer" ]; then
        jdk_newer=$1
    fi
    return 1
}

# Sets jdk_major to the version of the JDK in folder $1; fails if there is no JDK (a run-time without a compiler is none).
jdk_version() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
    jdk_major=
    if [ -r "$1/release" ]; then
        while IFS='=' read -r jdk_key jdk_value; do
            if [ "$jdk_key" = JAVA_VERSION ]; then
                jdk_value=${jdk_value#\"}
                jdk_major=${jdk_value%%[!0-9]*}
                break
            fi
        done <"$1/release"
    else
        jdk_value=$("$1/bin/javac" -version 2>&1)
        jdk_value=${jdk_value#javac }
        jdk_major=${jdk_value%%[!0-9]*}
    fi
    [ -n "$jdk_major" ]
}

# Fails with a message and status 2 unless there is a Maven that is new enough. Call after find_jdk; sets JAVA_HOME for it.
find_maven() {
    export JAVA_HOME="$JDK_HOME"
    if ! command -v mvn >/dev/null; then
        maven_missing "needs Maven $MAVEN_WANTED or newer to build itself, and there is no mvn on PATH"
    fi
    maven_version=$(mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p')
    case $maven_version in
        [0-9]*) ;;
        *) maven_missing "cannot tell the version of Maven: \`mvn --version\` does not say it" ;;
    esac
    if version_less "$maven_version" "$MAVEN_WANTED"; then
        maven_missing "needs Maven $MAVEN_WANTED or newer to build itself, and mvn is $maven_version"
    fi
}

maven_missing() {
    cat >&2 <<EOF
fairlead: $1. Install it:
  Debian, Ubuntu   apt-get install maven
  Fedora           dnf install maven
  Arch             pacman -S maven
  macOS            brew install maven
  SDKMAN           sdk install maven
  Nix              nix-shell -p jdk$JDK_WANTED maven
EOF
    exit 2
}

# Whether version $1 comes before $2; both are numbers between dots.
version_less() {
    version_a=$1.0.0 version_b=$2.0.0
    for version_part in 1 2 3; do
        [ "${version_a%%.*}" -lt "${version_b%%.*}" ] && return 0
        [ "${version_a%%.*}" -gt "${version_b%%.*}" ] && return 1
        version_a=${version_a#*.} version_b=${version_b#*.}
    done
    return 1
}

# Waits until no other build runs in $1 (the repository), then holds the lock until unlock_build or the end of this shell.
# The lock is a symbolic link whose target is our process id: making one is atomic everywhere and carries the id with it.
lock_build() {
    if [ -n "${FAIRLEAD_BUILDING:-}" ]; then
        echo "fairlead: cannot build $1 while ./verify builds $FAIRLEAD_BUILDING: a test must not run ./fairlead" >&2
        exit 2
    fi
    if ! mkdir -p "$1/target" 2>/dev/null || ! [ -w "$1/target" ]; then
        echo "fairlead: has to be built, and cannot write to $1/target" >&2
        exit 2
    fi
    lock=$1/target/build.lock
    lock_said=
    until ln -s $$ "$lock" 2>/dev/null; do
        lock_owner=$(readlink "$lock") || continue
        if ! kill -0 "$lock_owner" 2>/dev/null; then
            lock_clear
            continue
        fi
        if [ -z "$lock_said" ]; then
            echo "fairlead: waiting for process $lock_owner, which is building (if it is not, remove $lock)" >&2
            lock_said=yes
        fi
        sleep 0.2 2>/dev/null || sleep 1
    done
    trap unlock_build EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
}

# Removes the lock that the dead process $lock_owner left. Only one waiter may, and only after another look: the link may
# be the new lock of a waiter that was faster.
lock_clear() {
    if mkdir "$lock.clearing" 2>/dev/null; then
        [ "$(readlink "$lock")" = "$lock_owner" ] && rm -f "$lock"
        rmdir "$lock.clearing"
    else
        sleep 1
    fi
}

unlock_build() {
    rm -f "$lock"
    trap - EXIT INT TERM
}
