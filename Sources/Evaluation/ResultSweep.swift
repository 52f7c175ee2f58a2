internal import Players
internal import TicTacToe

/// The result of one player against another on a board whose positions are too
/// many for a graph, by one backward sweep over their numbers.
struct ResultSweep {
  /// The probabilities that X wins and loses.
  private(set) var result = SIMD2<Double>()

  /// Lets two players meet; nil if one of them does not play the images of a
  /// position alike under the symmetries.
  ///
  /// - Complexity: one evaluation of all decisions, each by the side to move.
  init?(x: any Policy, o: any Policy, by ranking: PositionRanking) {
    let isMerged = ranking.group.symmetries.count > 1
    if isMerged && !(x.isSymmetric && o.isSymmetric) { return nil }
    var players = [PolicyEvaluator(of: x), PolicyEvaluator(of: o)]
    let squares = ranking.rules.squareCount
    var block = PositionRanking.Block()
    var next: [SIMD2<Double>] = []
    for ply in (0..<ranking.plyCount).reversed() {
      let mover = ply % 2
      var nodes = [SIMD2<Double>](
        repeating: .zero, count: ranking.count(at: ply)
      )
      for number in 0..<ranking.classCount(at: ply) {
        ranking.fill(&block, ply: ply, class: number)
        let places = (0..<block.count).filter { block.isPosition[$0] }
        players[mover].evaluate(
          places.map { ranking.position($0, of: block) }
        )
        for (row, place) in places.enumerated() {
          let children = block.children(of: place)
          if isMerged,
            players[mover].hasTies(
              at: row, between: { children[children.startIndex + $0] }
            )
          {
            return nil
          }
          var result = SIMD2<Double>()
          for (square, child) in children.enumerated() {
            let share = players[mover].played[row * squares + square]
            if share == 0 { continue }
            let value: SIMD2<Double> =
              switch child {
              case PositionRanking.Child.won: mover == 0 ? [1, 0] : [0, 1]
              case PositionRanking.Child.drawn: .zero
              default: next[Int(child)]
              }
            result += Double(share) * value
          }
          nodes[block.first + place] = result
        }
      }
      next = nodes
    }
    result = next[0]
  }
}
