/// Rows of numbers in vectors of 16, the last one of each row filled up with
/// zeros: what layers read and write.
package struct Rows: Sendable {
  typealias Vector = SIMD16<Float>

  /// A vector in memory, where any of its numbers can be read by itself.
  typealias Block = InlineArray<16, Float>

  /// The numbers of a row.
  let width: Int

  /// Of shape [rows, ``groups``].
  var blocks: [Block]

  /// The vectors of a row.
  let groups: Int

  /// The number of rows.
  var count: Int { groups == 0 ? 0 : blocks.count / groups }

  /// Creates rows of zeros.
  package init(count: Int = 0, width: Int) {
    self.width = width
    groups = (width + 15) / 16
    blocks = [Block](repeating: Block(.zero), count: count * groups)
  }

  /// Copies rows of outcomes, at most 16 in each.
  init(_ rows: [OutcomeVector], width: Int) {
    self.init(width: width)
    for row in rows {
      precondition(
        row.count == width,
        "a row of \(row.count) outcomes among rows of \(width)"
      )
    }
    blocks = rows.map { Block($0.lanes) }
  }

  /// Copies numbers of shape [rows, width].
  package init(_ flat: [Float], width: Int) {
    precondition(
      flat.count.isMultiple(of: width),
      "\(flat.count) numbers in rows of \(width)"
    )
    self.init(count: flat.count / width, width: width)
    for (i, number) in flat.enumerated() {
      let (row, place) = i.quotientAndRemainder(dividingBy: width)
      blocks[row * groups + place / 16][place % 16] = number
    }
  }

  /// The numbers without what fills them up, of shape [rows, width].
  var flat: [Float] { (0..<count).flatMap { self[$0] } }

  /// One row's numbers.
  subscript(row: Int) -> [Float] {
    (0..<width).map { blocks[row * groups + $0 / 16][$0 % 16] }
  }

  /// Adds rows of zeros.
  mutating func append(count: Int) {
    let none = Block(.zero)
    blocks.append(contentsOf: repeatElement(none, count: count * groups))
  }

  /// Forgets the rows, keeping the memory.
  mutating func removeAll() {
    blocks.removeAll(keepingCapacity: true)
  }

  /// Replaces the numbers from a row on that are not positive by 0.
  mutating func rectify(from row: Int) {
    let start = row * groups
    var blocks = blocks.mutableSpan
    for i in start..<blocks.count {
      let vector = Vector(blocks[i])
      blocks[i] = Block(vector.replacing(with: 0, where: vector .<= .zero))
    }
  }

  /// Replaces the numbers by 0 where those of other rows are not positive.
  mutating func clear(whereNotPositive other: Rows) {
    precondition(
      width == other.width && blocks.count == other.blocks.count,
      "signs of \(other.count) rows of \(other.width) for \(count) of \(width)"
    )
    let signs = other.blocks.span
    var blocks = blocks.mutableSpan
    for i in signs.indices {
      let isNot = .!(Vector(signs[i]) .> .zero)
      blocks[i] = Block(Vector(blocks[i]).replacing(with: 0, where: isNot))
    }
  }
}

extension Rows.Vector {
  /// Takes the numbers of a block.
  @inline(__always)
  init(_ block: Rows.Block) {
    self.init { block[$0] }
  }
}

extension Rows.Block {
  /// Stores the lanes of a vector.
  @inline(__always)
  init(_ vector: Rows.Vector) {
    self = [
      vector[0], vector[1], vector[2], vector[3], vector[4], vector[5],
      vector[6], vector[7], vector[8], vector[9], vector[10], vector[11],
      vector[12], vector[13], vector[14], vector[15],
    ]
  }
}
