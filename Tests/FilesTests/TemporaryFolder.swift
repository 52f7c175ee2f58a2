import Files
import Foundation
import Glibc
import Synchronization

/// Calls a test with a folder of its own, removed with all in it afterwards.
func withTemporaryFolder<Result>(
  _ body: (String) throws -> Result
) throws -> Result {
  let number = folders.add(1, ordering: .relaxed).newValue
  let path = FileManager.default.temporaryDirectory
    .appending(path: "noughts-tests-\(getpid())-\(number)").path
  try Folder(path).create()
  defer { remove(path) }
  return try body(path)
}

private let folders = Atomic(0)

private func remove(_ path: String) {
  _ = unsafe chmod(path, 0o700)
  for name in (try? Folder(path).names()) ?? [] {
    let inner = path + "/" + name
    if unsafe unlink(inner) != 0 {
      remove(inner)
    }
  }
  _ = unsafe rmdir(path)
}

/// Returns the text of a small file, or nothing if it cannot be read.
func text(_ path: String) -> String? {
  let bytes = try? DurableFile(path).read(limit: 1 << 20)
  return bytes.map { String(decoding: $0, as: UTF8.self) }
}
