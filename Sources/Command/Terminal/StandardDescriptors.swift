import Glibc

/// The three descriptors that a process expects to be open.
package enum StandardDescriptors {
  /// Opens those that are closed, so that no file opened later gets their
  /// number and receives the output.
  ///
  /// They are opened in the wrong direction, so that their use still fails.
  package static func secure() {
    for descriptor in STDIN_FILENO...STDERR_FILENO
    where fcntl(descriptor, F_GETFD) == -1 {
      let mode = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY
      // The lowest free number is this one: those below are open by now.
      _ = unsafe open("/dev/null", mode)
    }
  }
}
