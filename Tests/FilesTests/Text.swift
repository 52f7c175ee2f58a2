import Files

/// Returns the text of a small file, or nothing if it cannot be read.
func text(_ path: String) -> String? {
  let bytes = try? DurableFile(path).read(limit: 1 << 20)
  return bytes.map { String(decoding: $0, as: UTF8.self) }
}
