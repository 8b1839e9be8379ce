#!/bin/sh
# Writes an archive of the classes that a start needs, checked and laid out as Java wants them in memory (class data sharing,
# JEP 350), so that the next starts take about half the time:
#
#   deploy/archive-classes.sh target/server slipway.jsa
#   java -XX:SharedArchiveFile=slipway.jsa -jar target/server/slipway.jar
#
# For this it starts Slipway once with a database of its own, which it throws away. The archive suits the Java that made it and
# the files as they lie there; with another Java or other files Slipway starts without it, at most with a warning.
set -eu
server=$1
archive=$2
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$java" -XX:ArchiveClassesAtExit="$archive" -Xlog:cds=error -Dslipway.data-dir="$work" -Dquarkus.http.host=127.0.0.1 \
    -Dquarkus.http.port=0 -jar "$server/slipway.jar" >"$work/log" 2>&1 &
slipway=$!
until grep -q 'Listening on' "$work/log"; do
    if ! kill -0 $slipway 2>/dev/null; then
        cat "$work/log" >&2
        rm -f "$archive"
        exit 1
    fi
    sleep 0.2
done
kill $slipway
# A JVM that was asked to stop says 143.
wait $slipway || [ $? -eq 143 ]
[ -s "$archive" ]
