#!/bin/sh
# DB Browser for SQLite in a real window (under Xvfb): opens DATABASE with the extension in its settings, runs SCRIPT, writes the
# changes by Ctrl+S, and leaves a screenshot of the view `result`.
#
#   run.sh EXTENSION DATABASE SCRIPT SCREENSHOT.png
set -e
settings=$(mktemp -d)
trap 'kill "$browser" 2>/dev/null; rm -rf "$settings"' EXIT
mkdir "$settings/sqlitebrowser"
printf '[extensions]\nlist=%s\n' "$1" > "$settings/sqlitebrowser/sqlitebrowser.conf"
HOME=$settings XDG_CONFIG_HOME=$settings XDG_RUNTIME_DIR=$settings sqlitebrowser -s "$3" -t result "$2" &
browser=$!
window=
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  sleep 1
  window=$(xdotool search --onlyvisible --name "DB Browser" | head -1) && [ -n "$window" ] && break
done
sleep 3
xdotool windowfocus "$window"
xdotool key --window "$window" ctrl+s
sleep 2
import -window root "$4"
