# What the commands of the checkout and of the zip have in common; they read this file.

fail() {
    printf 'imageop: %s\n' "$*" >&2
    exit 1
}

# Sets java, home, version and major.
find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        java=$JAVA_HOME/bin/java
        [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it. Point it at a JDK 17 or newer."
    else
        java=$(command -v java) || fail "no Java found. Install a JDK 17 or newer, or point JAVA_HOME at one."
    fi
    # A JDK says its version in a file beside bin, which is faster than to start it.
    home=$(readlink -f "$java" 2>/dev/null) || home=$java
    release=${home%/bin/java}/release
    version=
    [ ! -r "$release" ] || version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$release")
    [ -n "$version" ] || version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
    major=${version#1.}
    major=${major%%[!0-9]*}
    [ "${major:-0}" -ge 17 ] || fail "$java is Java ${version:-of unknown version}; imageop needs a JDK 17 or newer. Point JAVA_HOME at one."
}

# start JAR ARGUMENT...: the command, in place of this shell.
start() {
    jar=$1
    shift

    # Java maps the classes of a recorded run from a file instead of loading them: half the time of a short command. The record is made
    # once for each build and JDK; without it, all works the same. Where it cannot be kept, no run is spent on it; nor a second one if
    # the first failed, which leaves an empty record.
    record=${jar%/*}/start${home%/bin/java}/$version
    if [ "$major" -ge 25 ]; then
        make=-XX:AOTCacheOutput
        use=-XX:AOTCache
    else
        make=-XX:ArchiveClassesAtExit
        use=-XX:SharedArchiveFile
    fi
    if [ -w "${jar%/*}" ] && { [ ! -f "$record" ] || [ "$jar" -nt "$record" ]; }; then
        mkdir -p "${record%/*}"
        rm -f "$record"
        if "$java" "$make=$record.$$" -Djava.awt.headless=true -cp "$jar" org.imageop.cli.Rehearsal </dev/null >/dev/null 2>&1; then
            mv -f "$record.$$" "$record" 2>/dev/null || :
        else
            : >"$record"
        fi
        rm -f "$record.$$" 2>/dev/null || :
    fi
    start=
    [ ! -s "$record" ] || start=$use=$record

    # A command that only reports ends before the better of the two compilers has paid off; it would take half of the processors' time.
    compiler=
    [ "${1:-}" != info ] || compiler=-XX:TieredStopAtLevel=1

    # In the locale of POSIX, which cron and env -i leave, Java can name no file that is not ASCII.
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
        C | POSIX)
            utf8=$(locale -a 2>/dev/null | sed -n -e '/^C\.UTF-8$/p' -e '/^C\.utf8$/p' | head -n 1)
            if [ -n "$utf8" ]; then
                export LC_CTYPE="$utf8"
                [ -z "${LC_ALL:-}" ] || export LC_ALL="$utf8"
            fi
            ;;
    esac

    # Java cannot tell which of its streams are terminals; the command colours and shows progress only there.
    terminal=
    [ ! -t 1 ] || terminal=out
    [ ! -t 2 ] || terminal=$terminal,err

    # IMAGEOP_JAVA_OPTS is split at spaces, on purpose.
    # shellcheck disable=SC2086
    exec "$java" ${start:+"$start"} $compiler ${IMAGEOP_JAVA_OPTS:-} "-Dimageop.terminal=$terminal" -jar "$jar" "$@"
}
