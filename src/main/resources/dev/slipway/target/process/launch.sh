# Runs one command, once, and stays beside it: records who runs, ends it on request, records how it ended.
# Arguments: directory of the order, log, seconds between SIGTERM and SIGKILL, then program and arguments.
# What people typed arrives as arguments only and is never parsed here.
dir=$1 log=$2 grace=$3
shift 3

# Tells this process from a later one with the same number. LinuxMachine and MacMachine say the same in Java.
if [ -r "/proc/$$/stat" ]; then
  birth="$(cat /proc/sys/kernel/random/boot_id)/$(cut -d ' ' -f 22 "/proc/$$/stat")"
  group=$(cut -d ' ' -f 5 "/proc/$$/stat")
else
  birth="$(sysctl -n kern.bootsessionuuid)/$(LC_ALL=C TZ=UTC ps -o lstart= -p $$ | tr -s ' ' '_' | sed 's/_$//')"
  group=$(ps -o pgid= -p $$ | tr -d ' ')
fi
# Signals go to the whole group below; in Slipway's own group they would end Slipway.
if [ "$group" != $$ ]; then
  echo "The launcher could not get a process group of its own; nothing was started." >&2
  exit 70
fi

stopping=
stop() {
  trap '' TERM
  stopping=yes
  kill -TERM 0
  { sleep "$grace"; kill -KILL 0; } &
}
trap '' HUP
trap stop TERM

# A hard link is made by one process only, and the claim is complete from its first moment on.
echo "run $$ $birth" >"$dir/claim.$$" || exit 1
ln "$dir/claim.$$" "$dir/claim" 2>/dev/null || stopping=lost
rm -f "$dir/claim.$$"
[ "$stopping" = lost ] && exit 0

code=143
if [ -z "$stopping" ]; then
  # exec, so that a program named like a command of the shell is looked up as a program.
  { exec "$@"; } </dev/null >>"$log" 2>&1 &
  child=$!
  wait "$child"
  code=$?
  # A signal ends the first wait early.
  while [ -n "$stopping" ] && kill -0 "$child" 2>/dev/null; do
    wait "$child"
    code=$?
  done
fi
echo "$code" >"$dir/exit.tmp" && mv "$dir/exit.tmp" "$dir/exit"
# Whatever the command left behind goes with it, this launcher included.
kill -KILL 0
