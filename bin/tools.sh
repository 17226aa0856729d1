# What both scripts need: the checks of the machine, and a build of what is missing or stale. Read in with `.`; $root is set.

say() { printf '%s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

# A JDK 25 that may not be the machine's default one.
jdk25() {
  for home in "${JAVA_HOME:-}" "${JAVA_HOME_25_X64:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* /usr/local/jdk* \
      "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
      /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
    if [ -x "$home/bin/javac" ] && grep -qs '^JAVA_VERSION="25' "$home/release"; then printf '%s' "$home"; return; fi
  done
  # Whatever `javac` on the path belongs to.
  if javac -version 2>&1 | grep -q '^javac 25'; then
    dirname "$(dirname "$(readlink -f "$(command -v javac)")")"
  fi
}

# Says all that is missing at once, before anything is built.
check_tools() {
  missing=""
  found=$(jdk25)
  [ -n "$found" ] || missing="$missing
  - a JDK 25: adoptium.net has it for every system (or: brew install openjdk@25); set JAVA_HOME if it stands in an unusual place"
  command -v mvn >/dev/null 2>&1 || missing="$missing
  - Maven 3.8 or newer: apt-get install maven, brew install maven, or maven.apache.org"
  major=$(node -v 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/')
  [ "${major:-0}" -ge 20 ] || missing="$missing
  - Node 20 or newer${major:+ (found: $major)}: nodejs.org, or your system's packages"
  command -v npm >/dev/null 2>&1 || missing="$missing
  - npm, which usually comes with Node: apt-get install npm"
  [ -z "$missing" ] || stop "Please install first:$missing"
  export JAVA_HOME="$found"
  # Keeps Maven 3.8 quiet on this JDK, which warns of what its libraries do.
  export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
}

# The packages of package-lock.json, whole: npm leaves its own list behind when it is done.
frontend_packages() {
  done="$root/node_modules/.package-lock.json"
  if [ ! -f "$done" ] || [ "$root/package-lock.json" -nt "$done" ]; then
    say "Fetching the frontend's packages (npm ci) ..."
    (cd "$root" && npm ci --silent --no-progress --ignore-scripts)
    touch "$done"
  fi
}

# Builds the jar where something it is made of is newer. Folders count too, so a deleted file is noticed.
build() {
  stamp="$root/target/built"
  if [ -f "$root/target/holdfast.jar" ] && [ -f "$stamp" ] && [ -z "$(find "$root/src/main" "$root/frontend" \
      "$root/pom.xml" "$root/package-lock.json" -newer "$stamp" 2>/dev/null | head -n 1)" ]; then
    return
  fi
  frontend_packages
  say "Building (the first time takes a few minutes) ..."
  mkdir -p "$root/target"
  touch "$stamp.begun"
  # The template compiler leaves alone what it takes for unchanged.
  rm -rf "$root/target/generated-sources/jte"
  (cd "$root" && mvn -q -B -ntp -Dstyle.color=never -Dmaven.test.skip=true package) || stop "The build failed; its messages are above."
  mv "$stamp.begun" "$stamp"
}
