import Foundation

// Calls `body` with the path of a folder that is gone afterwards.
func inTemporaryFolder<Result>(
  _ body: (String) throws -> Result
) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "noughts-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(
    atPath: folder,
    withIntermediateDirectories: true
  )
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}
