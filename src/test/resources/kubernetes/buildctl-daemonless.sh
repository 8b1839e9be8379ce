#!/bin/sh
# Stands in for BuildKit where tests run against a real cluster: an image with this in its PATH does what SmallBuilder does in
# the JVM, by the last word of the repository that is pushed to. What was uploaded is really fetched.
for argument in "$@"; do
  case "$argument" in
    --opt=context=*) context=${argument#--opt=context=} ;;
    --output=*) image=${argument#*name=} image=${image%,push=true} ;;
    --secret=id=HTTP_AUTH_TOKEN_*) token=${argument#*,src=} ;;
  esac
done
repository=${image%:*}
echo "#1 [internal] load git source"
if [ -n "$token" ]; then
  wget -q --header "Authorization: Bearer $(cat "$token")" -O /tmp/context "$context" && tar tzf /tmp/context > /dev/null || {
    echo "#1 ERROR: there is no archive at $context"
    exit 1
  }
fi
echo "#1 DONE 0.1s"
case "${repository##*/}" in
  broken)
    echo "#2 ERROR: gcc: no input files"
    exit 1
    ;;
  slow)
    echo -n "#2 pushing"
    until [ -e /tmp/proceed ]; do sleep 1; done
    ;;
  *) echo -n "#2 pushing" ;;
esac
echo " manifest for $image@sha256:5555555555555555555555555555555555555555555555555555555555555555 0.2s done"
echo "#2 DONE 0.4s"
