/// Numbers for the decisions of a board of at most 16 squares, ply by ply, with
/// no list of positions.
///
/// A position is X's stones up to symmetry, times O's stones among the squares
/// left. Its number in its ply is (class of X's set) · C(n, o) + (rank of O's
/// set), where n squares are left and o stones on them, and sets of one size
/// are ranked in ascending order of their bits, with X's squares squeezed out
/// (the combinatorial number system, Knuth, TAOCP 4A, 7.2.1.3). The children of
/// an O move are in the same class. Sets of X with a line have no class: the
/// game is over. Numbers whose O has a line stand for no position.
///
/// Sets are plain bits here, bit i standing for square i.
public final class PositionRanking: Sendable {
  /// What a move leads to.
  package enum Child {
    /// The square is taken.
    package static let none: Int32 = -1

    /// The side that moved has won.
    package static let won: Int32 = -2

    /// The board is full and nobody has won.
    package static let drawn: Int32 = -3
  }

  /// X's sets up to symmetry, by their number of stones.
  private struct Classes {
    /// The least image of each, ascending.
    var sets: [UInt16] = []

    /// How many images each has.
    var images: [Int] = []
  }

  public let rules: Rules
  public let group: SymmetryGroup
  let squares: Int

  /// Whether a set has a line, of shape [sets].
  private let hasLine: [Bool]

  /// The rank of each set among those of its size, of shape [sets].
  private let ranks: [UInt16]

  /// The class of each set among those of its size, of shape [sets]; −1 if it
  /// has a line.
  private let classes: [Int32]

  /// The number of a symmetry that takes each set to that of its class.
  private let symmetries: [UInt8]

  /// The classes with 0, 1, … stones.
  private let classesBySize: [Classes]

  /// The images of 8 bits under each symmetry, of shape
  /// [symmetries, bytes, values].
  private let images: [UInt16]

  /// C(n, k), of shape [n, k].
  private let binomials: [[Int]]

  /// Tabulates the sets of squares of a board.
  ///
  /// - Parameter group: The symmetries to merge positions by.
  /// - Precondition: the board has at most 16 squares.
  /// - Complexity: O(symmetries · 2^squares).
  public init(_ rules: Rules, under group: SymmetryGroup) {
    let squares = rules.squareCount
    precondition(squares <= 16, "\(rules.name): \(squares) squares, at most 16")
    precondition(group.rules == rules, "\(rules) under \(group.rules)")
    self.rules = rules
    self.group = group
    self.squares = squares
    let setCount = 1 << squares
    let images = PositionRanking.images(under: group)
    self.images = images
    func image(_ set: Int, _ symmetry: Int) -> Int {
      Int(images[512 * symmetry + set & 255])
        | Int(images[512 * symmetry + 256 + set >> 8])
    }
    hasLine = (0..<setCount).map {
      Bitboard(squares: UInt16($0), in: rules).hasLine(in: rules)
    }
    var ranks = [UInt16](repeating: 0, count: setCount)
    var counts = [Int](repeating: 0, count: squares + 1)
    for set in 0..<setCount {
      let size = set.nonzeroBitCount
      ranks[set] = UInt16(counts[size])
      counts[size] += 1
    }
    self.ranks = ranks
    var classes = [Int32](repeating: -1, count: setCount)
    var symmetries = [UInt8](repeating: 0, count: setCount)
    var bySize = [Classes](repeating: Classes(), count: squares + 1)
    for set in 0..<setCount where classes[set] < 0 && !hasLine[set] {
      // Sets ascend, so that the first of a class is its least.
      let size = set.nonzeroBitCount
      var imageCount = 0
      for number in group.symmetries.indices {
        let other = image(set, number)
        if classes[other] < 0 {
          classes[other] = Int32(bySize[size].sets.count)
          symmetries[other] = UInt8(group.inverse(of: number))
          imageCount += 1
        }
      }
      bySize[size].sets.append(UInt16(set))
      bySize[size].images.append(imageCount)
    }
    self.classes = classes
    self.symmetries = symmetries
    classesBySize = bySize
    var binomials = [[1] + [Int](repeating: 0, count: squares)]
    for n in 1...squares {
      binomials.append(
        (0...squares).map { k in
          binomials[n - 1][k] + (k > 0 ? binomials[n - 1][k - 1] : 0)
        }
      )
    }
    self.binomials = binomials
  }

  private static func images(under group: SymmetryGroup) -> [UInt16] {
    let squares = group.rules.squareCount
    var images: [UInt16] = []
    for number in group.symmetries.indices {
      for byte in 0..<512 {
        var image: UInt16 = 0
        for bit in 0..<8 where byte >> bit & 1 == 1 {
          let square = bit + (byte >> 8) * 8
          if square >= squares { continue }
          image |= 1 << group.image(of: Square(square), under: number).index
        }
        images.append(image)
      }
    }
    return images
  }
}

extension PositionRanking {
  /// The positions of one ply that share X's stones up to symmetry, each with
  /// its moves. Filled anew for each class, so that its memory is kept.
  public struct Block: Sendable {
    public fileprivate(set) var ply = 0

    /// X's stones, bit i standing for square i.
    fileprivate(set) var x: UInt16 = 0

    /// How many images X's stones have: so many positions each one stands for.
    public fileprivate(set) var multiplicity = 0

    /// The number of the first position in its ply.
    public fileprivate(set) var first = 0

    /// O's stones, of shape [positions].
    fileprivate(set) var o: [UInt16] = []

    /// Whether there is a position of that number, of shape [positions].
    public fileprivate(set) var isPosition: [Bool] = []

    /// What each move leads to, of shape [positions, squares]: a number in the
    /// next ply, or a constant of `Child`.
    fileprivate(set) var children: [Int32] = []

    public init() {}

    public var count: Int { o.count }

    /// What each move of a position leads to, of shape [squares].
    @inline(__always)
    package func children(of place: Int) -> ArraySlice<Int32> {
      let squares = children.count / o.count
      return children[place * squares..<(place + 1) * squares]
    }
  }

  /// The number of plies at which there is a move to make.
  public var plyCount: Int { squares }

  /// The stones of X and of O after a number of moves.
  private func stones(at ply: Int) -> (x: Int, o: Int) {
    ((ply + 1) / 2, ply / 2)
  }

  public func classCount(at ply: Int) -> Int {
    classesBySize[stones(at: ply).x].sets.count
  }

  private func classSize(at ply: Int) -> Int {
    let (x, o) = stones(at: ply)
    return binomials[squares - x][o]
  }

  /// How many numbers there are at a ply.
  public func count(at ply: Int) -> Int {
    classCount(at: ply) * classSize(at: ply)
  }

  /// Lists the positions of a class and their moves.
  ///
  /// - Complexity: O(positions · squares).
  public func fill(_ block: inout Block, ply: Int, class number: Int) {
    let (x, o) = stones(at: ply)
    let sets = classesBySize[x]
    block.ply = ply
    block.x = sets.sets[number]
    block.multiplicity = sets.images[number]
    block.first = number * classSize(at: ply)
    let free = free(besides: block.x)
    block.o.removeAll(keepingCapacity: true)
    block.isPosition.removeAll(keepingCapacity: true)
    // All sets of one size among the free squares, ascending.
    var squeezed: [UInt16] = []
    squeezed.reserveCapacity(classSize(at: ply))
    var set = 1 << o - 1
    while set < 1 << free.count {
      squeezed.append(UInt16(set))
      var spread: UInt16 = 0
      for (bit, square) in free.enumerated() where set >> bit & 1 == 1 {
        spread |= 1 << square
      }
      block.o.append(spread)
      block.isPosition.append(!hasLine[Int(spread)])
      if set == 0 { break }
      // The next set with as many bits (Gosper).
      let lowest = set & -set
      let ripple = set + lowest
      set = ripple | ((set ^ ripple) / lowest) >> 2
    }
    block.children.removeAll(keepingCapacity: true)
    block.children.append(
      contentsOf: repeatElement(Child.none, count: block.o.count * squares)
    )
    for (bit, square) in free.enumerated() {
      if ply.isMultiple(of: 2) {
        addMove(ofX: square, free: free, squeezed: squeezed, to: &block)
      } else {
        addMove(
          ofO: square, bit: bit, class: number, squeezed: squeezed, to: &block
        )
      }
    }
  }

  private func free(besides x: UInt16) -> [Int] {
    (0..<squares).filter { x >> $0 & 1 == 0 }
  }

  private func addMove(
    ofX square: Int, free: [Int], squeezed: [UInt16], to block: inout Block
  ) {
    let x = block.x | 1 << square
    if hasLine[Int(x)] || block.ply + 1 == squares {
      let end = hasLine[Int(x)] ? Child.won : Child.drawn
      for place in block.o.indices
      where block.isPosition[place] && block.o[place] >> square & 1 == 0 {
        block.children[place * squares + square] = end
      }
      return
    }
    let next = Int(classes[Int(x)])
    let symmetry = Int(symmetries[Int(x)])
    let size = classSize(at: block.ply + 1)
    // The bits of O's squeezed set among the squares free after the move, four
    // at a time: of shape [quarters, values].
    let x2 = classesBySize[x.nonzeroBitCount].sets[next]
    var bits = [UInt16](repeating: 0, count: squares)
    for (bit, square) in self.free(besides: x2).enumerated() {
      bits[square] = 1 << bit
    }
    var quarters = [UInt16](repeating: 0, count: 64)
    for (bit, other) in free.enumerated() where other != square {
      let image = bits[
        group.image(of: Square(other), under: symmetry).index
      ]
      let (quarter, place) = (bit / 4 * 16, 1 << (bit & 3))
      for value in 0..<16 where value & place != 0 {
        quarters[quarter + value] |= image
      }
    }
    for place in block.o.indices
    where block.isPosition[place] && block.o[place] >> square & 1 == 0 {
      let set = Int(squeezed[place])
      let moved =
        quarters[set & 15] | quarters[16 + set >> 4 & 15]
        | quarters[32 + set >> 8 & 15] | quarters[48 + set >> 12]
      block.children[place * squares + square] = Int32(
        next * size + Int(ranks[Int(moved)])
      )
    }
  }

  private func addMove(
    ofO square: Int, bit: Int, class number: Int, squeezed: [UInt16],
    to block: inout Block
  ) {
    let isLast = block.ply + 1 == squares
    let first = isLast ? 0 : number * classSize(at: block.ply + 1)
    for place in block.o.indices
    where block.isPosition[place] && block.o[place] >> square & 1 == 0 {
      let o = block.o[place] | 1 << square
      let set = Int(squeezed[place] | 1 << bit)
      block.children[place * squares + square] =
        hasLine[Int(o)]
        ? Child.won
        : isLast ? Child.drawn : Int32(first + Int(ranks[set]))
    }
  }

  /// The position at a place of a block.
  public func position(_ place: Int, of block: Block) -> Position {
    let x = Bitboard(squares: block.x, in: rules)
    let o = Bitboard(squares: block.o[place], in: rules)
    return block.ply.isMultiple(of: 2)
      ? Position(rules: rules, mover: x, opponent: o)
      : Position(rules: rules, mover: o, opponent: x)
  }

  /// The number in its ply of a position that is not over, and the symmetry, by
  /// number, that takes it to the one that has the number.
  ///
  /// - Complexity: O(squares).
  public func number(
    of position: Position
  ) -> (number: Int, symmetry: Int)? {
    let ply = position.ply
    guard position.rules == rules, ply < squares else { return nil }
    let x: Int = position.stones(of: .x).squares(in: rules)
    let o: Int = position.stones(of: .o).squares(in: rules)
    guard classes[x] >= 0, !hasLine[o] else { return nil }
    let symmetry = Int(symmetries[x])
    let image =
      images[512 * symmetry + o & 255] | images[512 * symmetry + 256 + o >> 8]
    let set = classesBySize[x.nonzeroBitCount].sets[Int(classes[x])]
    var squeezed = 0
    var bit = 0
    for square in 0..<squares where set >> square & 1 == 0 {
      squeezed |= Int(image >> square & 1) << bit
      bit += 1
    }
    return (
      Int(classes[x]) * classSize(at: ply) + Int(ranks[squeezed]), symmetry
    )
  }
}

extension Bitboard {
  /// The set of squares whose bits are given, bit i standing for square i.
  fileprivate init(squares: UInt16, in rules: Rules) {
    self = (0..<rules.squareCount).reduce(into: []) { board, index in
      if squares >> index & 1 == 1 {
        board.formUnion(Bitboard(Square(index), in: rules))
      }
    }
  }

  /// Bit i stands for square i: the rows without the padding between them.
  fileprivate func squares(in rules: Rules) -> Int {
    let row = 1 << rules.columns - 1
    var squares = 0
    for number in 0..<rules.rows {
      let bits = Int(rawValue >> UInt64(number * (rules.columns + 1))) & row
      squares |= bits << (number * rules.columns)
    }
    return squares
  }
}
