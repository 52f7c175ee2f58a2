import Foundation
import Glibc

/// Calls `body` with the path of an empty folder that is gone afterwards, even
/// if what it holds may no longer be read.
package func inTemporaryFolder<Result>(
  _ body: (String) throws -> Result
) throws -> Result {
  let path = try newFolder()
  defer { remove(path) }
  return try body(path)
}

package func inTemporaryFolder<Result>(
  _ body: (String) async throws -> Result
) async throws -> Result {
  let path = try newFolder()
  defer { remove(path) }
  return try await body(path)
}

private func newFolder() throws -> String {
  let path = FileManager.default.temporaryDirectory
    .appending(path: "noughts-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(
    atPath: path,
    withIntermediateDirectories: true
  )
  return path
}

private func remove(_ path: String) {
  _ = unsafe chmod(path, 0o700)
  let names = try? FileManager.default.contentsOfDirectory(atPath: path)
  for name in names ?? [] where unsafe unlink("\(path)/\(name)") != 0 {
    remove("\(path)/\(name)")
  }
  _ = unsafe rmdir(path)
}
