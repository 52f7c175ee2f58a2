import Players

/// Changes as a fuzzer makes them: a bit, a cut, a copy, a word, another file.
struct Mutation {
  /// Words that the readers know.
  let words: [[UInt8]]

  /// The files to begin with.
  let corpus: [[UInt8]]

  /// A file of the corpus after one to four changes.
  func bytes(using rng: inout SeededGenerator) -> [UInt8] {
    var bytes = pick(corpus, using: &rng)
    for _ in 0...Int(rng.next() % 4) { change(&bytes, using: &rng) }
    return bytes
  }

  private func change(
    _ bytes: inout [UInt8],
    using rng: inout SeededGenerator
  ) {
    let range = place(in: bytes, using: &rng)
    switch rng.next() % 6 {
    case 0:
      for i in range.prefix(1) { bytes[i] ^= 1 << UInt8(rng.next() % 8) }
    case 1: bytes.removeSubrange(range)
    case 2: bytes.removeSubrange(range.lowerBound...)
    case 3: bytes.insert(contentsOf: bytes[range], at: range.lowerBound)
    case 4:
      bytes.replaceSubrange(range.prefix(1), with: pick(words, using: &rng))
    default:
      let other = pick(corpus, using: &rng)
      bytes.replaceSubrange(range, with: other[place(in: other, using: &rng)])
    }
  }

  /// At most 32 bytes somewhere.
  private func place(
    in bytes: [UInt8],
    using rng: inout SeededGenerator
  ) -> Range<Int> {
    let start = Int(rng.next() % UInt64(bytes.count + 1))
    return start..<min(bytes.count, start + Int(rng.next() % 32))
  }

  private func pick<Element>(
    _ elements: [Element],
    using rng: inout SeededGenerator
  ) -> Element {
    elements[Int(rng.next() % UInt64(elements.count))]
  }
}
