import Glibc

/// Starts a program on the given standard streams, signals as at birth.
func spawn(
  _ path: String,
  _ arguments: [String],
  _ environment: [String: String],
  descriptors: [Int32]
) throws -> pid_t {
  var actions = unsafe posix_spawn_file_actions_t()
  unsafe posix_spawn_file_actions_init(&actions)
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  for (number, descriptor) in descriptors.enumerated() {
    unsafe posix_spawn_file_actions_adddup2(
      &actions,
      descriptor,
      Int32(number)
    )
  }
  var attributes = posix_spawnattr_t()
  unsafe posix_spawnattr_init(&attributes)
  defer { unsafe posix_spawnattr_destroy(&attributes) }
  var signals = sigset_t()
  unsafe sigemptyset(&signals)
  unsafe posix_spawnattr_setsigmask(&attributes, &signals)
  for signal in [SIGINT, SIGTERM, SIGPIPE] {
    unsafe sigaddset(&signals, signal)
  }
  unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
  unsafe posix_spawnattr_setflags(
    &attributes,
    Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)
  )

  var variables = ["LC_ALL": "C.UTF-8", "TERM": "xterm"]
  let passed = [
    "PATH", "HOME", "LD_LIBRARY_PATH", "GLIBC_TUNABLES", "LLVM_PROFILE_FILE",
  ]
  for name in passed {
    if let value = unsafe getenv(name) {
      variables[name] = unsafe String(cString: value)
    }
  }
  variables.merge(environment) { $1 }
  let environment = variables.map { "\($0)=\($1)" }
  var words = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
  var settings = unsafe environment.map { unsafe strdup($0) } + [nil]
  defer {
    unsafe words.forEach { unsafe free($0) }
    unsafe settings.forEach { unsafe free($0) }
  }
  var process: pid_t = 0
  let code = unsafe posix_spawn(
    &process,
    path,
    &actions,
    &attributes,
    &words,
    &settings
  )
  guard code == 0 else { throw CommandRunnerError.system(path, code) }
  return process
}

/// The command beside the test bundle, whichever program runs the tests.
func builtCommand() throws -> String {
  let own = unsafe realpath("/proc/self/exe", nil)
  defer { unsafe free(own) }
  var starts = CommandLine.arguments.filter { $0.contains(".xctest") }
  if let own = unsafe own { starts.insert(unsafe String(cString: own), at: 0) }
  for start in starts {
    var folder = start[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      let path = "\(folder)/noughts"
      var status = stat()
      if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        unsafe access(path, X_OK) == 0
      {
        return path
      }
    }
  }
  throw CommandRunnerError.noExecutable
}
