import Foundation
import Glibc

/// An open file without a name, holding `text`, read from its start.
func temporaryFile(_ text: String = "") throws -> Int32 {
  let folder = FileManager.default.temporaryDirectory
  var template = Array(
    folder.appending(path: "noughts-XXXXXX").path.utf8CString
  )
  let descriptor = unsafe mkstemp(&template)
  try check("mkstemp", descriptor)
  try check("fcntl", fcntl(descriptor, F_SETFD, FD_CLOEXEC))
  unsafe unlink(&template)
  let bytes = Array(text.utf8)
  try check(
    "pwrite",
    Int32(unsafe pwrite(descriptor, bytes, bytes.count, 0))
  )
  return descriptor
}

/// All that a file holds, wherever its offset stands.
func contents(of descriptor: Int32) -> String {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = unsafe pread(descriptor, &chunk, chunk.count, bytes.count)
    guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
    bytes += chunk.prefix(count)
  }
}

/// A new terminal: our end, which never blocks, and the command's.
func openTerminal() throws -> (ours: Int32, theirs: Int32) {
  let ours = unsafe open(
    "/dev/ptmx",
    O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK
  )
  try check("open /dev/ptmx", ours)
  // From linux/ioctls, where they are macros that Swift does not import.
  let (unlock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
  var isLocked: Int32 = 0
  var number: UInt32 = 0
  try check("TIOCSPTLCK", unsafe ioctl(ours, unlock, &isLocked))
  try check("TIOCGPTN", unsafe ioctl(ours, getNumber, &number))
  let theirs = unsafe open(
    "/dev/pts/\(number)",
    O_RDWR | O_NOCTTY | O_CLOEXEC
  )
  try check("open", theirs)
  return (ours, theirs)
}

/// Throws when a system call failed.
func check(_ call: String, _ result: Int32) throws {
  guard result >= 0 else { throw CommandRunnerError.system(call, errno) }
}
