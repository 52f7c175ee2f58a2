import Glibc

/// The three descriptors that a process expects to be born with.
package enum StandardDescriptors {
  /// Opens those that were closed, so that no file opened later takes their
  /// number and receives our output.
  ///
  /// They are opened the wrong way round: using one fails, as it would have.
  package static func secure() {
    for descriptor in STDIN_FILENO...STDERR_FILENO
    where fcntl(descriptor, F_GETFD) == -1 {
      let mode = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY
      // The lowest free number is this one: those below are open by now.
      _ = unsafe open("/dev/null", mode)
    }
  }
}
