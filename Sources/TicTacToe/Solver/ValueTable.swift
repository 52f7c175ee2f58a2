/// The prospect of every decision of a board of at most 16 squares, one byte
/// each.
public struct ValueTable: Sendable {
  public let ranking: PositionRanking

  /// The prospects, of shape [plies, numbers]; without meaning where there is
  /// no position of a number.
  private let prospects: [[Prospect]]

  /// Solves a game by one backward sweep.
  ///
  /// - Complexity: O(numbers · squares): .1 s for the 1.2 million of 4×4 up to
  ///   symmetry.
  public init(of ranking: PositionRanking) {
    self.ranking = ranking
    var prospects = [[Prospect]](repeating: [], count: ranking.plyCount)
    var block = PositionRanking.Block()
    var next: [Prospect] = []
    for ply in (0..<ranking.plyCount).reversed() {
      var layer = [Prospect](repeating: .lost, count: ranking.count(at: ply))
      for number in 0..<ranking.classCount(at: ply) {
        ranking.fill(&block, ply: ply, class: number)
        for place in 0..<block.count where block.isPosition[place] {
          var best = Prospect.lost
          for child in block.children(of: place) {
            if let prospect = Prospect(afterMoveTo: child, next) {
              best = max(best, prospect)
            }
          }
          layer[block.first + place] = best
        }
      }
      prospects[ply] = layer
      next = layer
    }
    self.prospects = prospects
  }

  /// What best play makes of a position, or nil if it is not a reachable one of
  /// this board.
  ///
  /// - Complexity: O(squares).
  public func prospect(of position: Position) -> Prospect? {
    guard position.rules == ranking.rules else { return nil }
    switch position.outcome {
    case .win: return .lost
    case .draw: return .drawn
    case nil:
      return ranking.number(of: position).map {
        prospects[position.ply][$0.number]
      }
    }
  }

  /// What the move to a child is worth to the side that makes it, if the
  /// child's number is of a ply; nil if it is illegal.
  @inline(__always)
  package func prospect(ofMoveTo child: Int32, at ply: Int) -> Prospect? {
    Prospect(
      afterMoveTo: child, ply < prospects.count ? prospects[ply] : []
    )
  }
}

extension Prospect {
  /// What a move is worth to the side that makes it; nil if it is illegal.
  ///
  /// - Parameter next: The prospects of the next ply.
  @inline(__always)
  fileprivate init?(afterMoveTo child: Int32, _ next: [Prospect]) {
    switch child {
    case PositionRanking.Child.none: return nil
    case PositionRanking.Child.won: self = Prospect.lost.afterMove
    case PositionRanking.Child.drawn: self = Prospect.drawn.afterMove
    default: self = next[Int(child)].afterMove
    }
  }
}
