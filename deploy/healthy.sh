#!/usr/bin/env bash
# Whether the service on this port takes requests; what it still lacks it says at /actuator/health. The runtime image need
# not have curl or wget for it.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/$1"
printf 'GET /actuator/health/readiness HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' >&3
read -r -t 4 answer <&3
[[ "$answer" == "HTTP/1.1 200"* ]]
