# What the launcher and make-class-data-archive share; sourced with $home set to the installation.
# Only builtins of the shell on the usual path. Besides POSIX it needs `test -ef` and `test -nt`,
# which dash, bash, busybox, ksh and zsh have.

build_id=@build.id@
main_class=io.github.certbot4j.cli.Main
oldest_java=17
first_java_with_aot_cache=25

# The one with which every JDK puts objects into a class-data archive.
archiving_collector=-XX:+UseG1GC
# The heap limit keeps archived objects usable on machines of any size. What the heap begins with
# counts as used where the kernel doesn't overcommit. Why each flag: ADR 0003, 0005.
jvm_flags="-XX:+IgnoreUnrecognizedVMOptions -XX:-UsePerfData -Xlog:disable -Xlog:all=off"
jvm_flags="$jvm_flags -Xms32m -Xmx256m -Xmn8m -Djdk.reflect.useNativeAccessorOnly=true"
# The JVM fills the whole table when it starts, and the archive has one of its own.
jvm_flags="$jvm_flags -XX:StringTableSize=4096"
# So many connections to a CA are kept, and used at the same time where it is far away (ADR 4).
jvm_flags="$jvm_flags -Dhttp.maxConnections=8"
# The optimising compiler is left to what is called a hundred times as often as by default, but for
# the numbers that keys and signatures are made of, RSA's three and ECDSA's ten times. It would get
# methods without anything to profile whenever their calls are reported, so that is done seldom; and
# what checking one signature calls most begins later than the rest of its package.
jvm_flags="$jvm_flags -XX:-C1UpdateMethodData -XX:CompileThresholdScaling=2"
jvm_flags="$jvm_flags -XX:Tier4InvocationThreshold=250000 -XX:Tier4MinInvocationThreshold=30000"
jvm_flags="$jvm_flags -XX:Tier4CompileThreshold=750000 -XX:Tier4BackEdgeThreshold=2000000"
jvm_flags="$jvm_flags -XX:Tier3InvokeNotifyFreqLog=16"
# Words with stars in them: whoever has them split must have said set -f.
scaling=-XX:CompileCommand=CompileThresholdScaling
jvm_flags="$jvm_flags -XX:CompileCommand=quiet $scaling,java.math.*::*,0.03"
jvm_flags="$jvm_flags $scaling,java.math.BigInteger::*ulAdd,0.15"
jvm_flags="$jvm_flags $scaling,sun.security.util.math.*::*,0.1"
jvm_flags="$jvm_flags -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:-AOTReplayTraining"
# An AOT cache also says what the rehearsal had compiled. To have that compiled early, and without
# counters, costs a run over few lineages an eighth of its processor time; with 1000 it saves a sixth.
flags_for_many=-XX:+AOTReplayTraining
many_lineages=200

jars="@launcher.jars@"

die() {
  printf 'certbot: %s\n' "$1" >&2
  exit 1
}

# An archive is valid for one class path, letter by letter. So when there is one, $home becomes the
# path that it was made with, whichever way the user came here.
find_class_data_home() {
  class_data_dir=$home/class-data/$build_id
  if [ -r "$class_data_dir/home" ]; then
    IFS= read -r made_home <"$class_data_dir/home"
    if [ "$made_home" -ef "$home" ]; then
      home=$made_home
      class_data_dir=$home/class-data/$build_id
    fi
  fi
  class_path=
  for jar in $jars; do
    class_path=$class_path${class_path:+:}$home/lib/$jar
  done
}

# Sets java, java_major and java_id, or ends with an error.
find_java() {
  if [ -n "$CERTBOT4J_JAVA" ]; then
    java=$CERTBOT4J_JAVA
    [ -d "$java" ] && java=$java/bin/java
    accept_java "$java" ||
      die "CERTBOT4J_JAVA=$CERTBOT4J_JAVA is no Java $oldest_java or newer; name a java program or unset it."
    return
  fi
  # The distribution that has a Java of its own.
  accept_java "$home/runtime/bin/java" && return
  [ -n "$JAVA_HOME" ] && accept_java "$JAVA_HOME/bin/java" && return
  find_java_in_path && return
  for java in /usr/lib/jvm/*/bin/java /usr/java/*/bin/java /opt/java/*/bin/java; do
    accept_java "$java" && return
  done
  die "Java $oldest_java or newer was not found; install it, or set JAVA_HOME or CERTBOT4J_JAVA."
}

find_java_in_path() {
  saved_ifs=$IFS
  IFS=:
  set -f
  for directory in $PATH; do
    if [ -x "$directory/java" ]; then
      IFS=$saved_ifs
      set +f
      accept_java "$directory/java"
      return
    fi
  done
  IFS=$saved_ifs
  set +f
  return 1
}

# Accepts a java program that is new enough, and chooses its collector. Its release file tells, 50 ms
# sooner than the JVM would.
accept_java() {
  java=$1
  [ -x "$java" ] && [ ! -d "$java" ] || return 1
  find_java_home && read_release || ask_java_version || return 1
  java_major=${java_version%%[!0-9]*}
  [ "${java_major:-0}" -ge "$oldest_java" ] || return 1
  choose_collector
}

# JDK 17 takes objects out of an archive, above all the graph of its modules, with G1 alone, which
# would grow the heap rather than spend a tenth of the time on collecting.
choose_collector() {
  collector=-XX:+UseSerialGC
  [ "$java_major" -gt 17 ] || collector="$archiving_collector -XX:GCTimeRatio=1"
}

# Sets java_home for $java, which may be a link such as /usr/bin/java.
find_java_home() {
  java_home=${java%/*}/..
  [ -r "$java_home/release" ] && return
  for java_home in /usr/lib/jvm/*; do
    [ "$java_home/bin/java" -ef "$java" ] && [ -r "$java_home/release" ] && return
  done
  real=$(readlink -f "$java") || return 1
  java_home=${real%/*}/..
  [ -r "$java_home/release" ]
}

read_release() {
  java_version=
  implementor=
  runtime=
  while IFS='=' read -r key value; do
    value=${value#\"}
    value=${value%\"}
    case $key in
      IMPLEMENTOR) implementor=$value ;;
      JAVA_RUNTIME_VERSION) runtime=$value ;;
      JAVA_VERSION)
        java_version=$value
        break
        ;;
    esac
  done <"$java_home/release"
  java_id="$implementor ${runtime:-$java_version}"
  [ -n "$java_version" ]
}

# For a Java that was installed without its release file.
ask_java_version() {
  java_id=
  java_version=$("$java" -version 2>&1) || return 1
  java_version=${java_version#*version \"}
  java_version=${java_version%%\"*}
}

# Sets class_data_file, which may not exist, the option that has the JVM use it, and jar_times, a
# directory of empty files with the times that the jars had when it was made.
name_class_data_file() {
  if [ "$java_major" -ge "$first_java_with_aot_cache" ]; then
    class_data_file=$class_data_dir/$java_id.aot
    class_data_option=-XX:AOTCache
  else
    class_data_file=$class_data_dir/$java_id.jsa
    class_data_option=-XX:SharedArchiveFile
  fi
  jar_times=$class_data_file.jars
}

# Sets class_data to the JVM's option for the archive, or to nothing if none fits. The build id guards
# against another release's archive, the times against a jar that was replaced by hand: an AOT cache
# would go on running the code of the jar that it was made of.
find_class_data() {
  class_data=
  [ -n "$java_id" ] || return 0
  name_class_data_file
  [ -r "$class_data_file" ] || return 0
  for jar in $jars; do
    [ "$home/lib/$jar" -nt "$jar_times/$jar" ] && return
    [ "$home/lib/$jar" -ot "$jar_times/$jar" ] && return
  done
  class_data=$class_data_option=$class_data_file
}

# Whether there are so many lineages that flags_for_many pay, for a command line. A guess, which can
# cost nothing but time: other ways to name the directory are left to the program.
has_many_lineages() {
  config=/etc/letsencrypt
  word_before=
  for word; do
    [ "$word_before" != --config-dir ] || config=$word
    word_before=$word
    case $word in --config-dir=*) config=${word#*=} ;; esac
  done
  set -- "$config"/renewal/*.conf
  [ $# -ge "$many_lineages" ]
}
