internal import NeuralNetwork
internal import Players
package import TicTacToe

/// The positions of self-play by number, as the network sees them: the nodes of
/// a graph where the board has one, else those met so far, in the order in
/// which they were.
package struct GamePositions: Sendable {
  /// The graph whose nodes are the numbers; nil if the board is too big.
  let graph: StateGraph?

  let rules: Rules
  private let encoding: Encoding

  /// The number of each node's view, of shape [nodes]; empty without a graph.
  private let views: [Int32]

  /// The views met, without a graph.
  private var met = PositionIndex()

  init(on board: Board, _ encoding: Encoding) {
    graph = board.scope == .graph ? board.states : nil
    rules = board.rules
    self.encoding = encoding
    views = graph?.views(by: encoding) ?? []
  }

  /// Forgets the positions met, where the board has no graph.
  mutating func removeAll() { met = PositionIndex() }

  /// How many numbers there are so far.
  var count: Int { graph?.nodeCount ?? met.positions.count }

  /// The moves of the longest game.
  var mostPlies: Int { rules.squareCount }

  package subscript(number: Int) -> Position {
    graph?.positions[number] ?? met.positions[number]
  }

  /// Whether a number is that of a view in which a move is to be made.
  func isDecision(_ number: Int) -> Bool {
    guard let graph else { return true }
    return Int(views[number]) == number && graph.outcomes[number] == nil
  }

  /// The legal moves, bit i standing for square i.
  func legalMask(of number: Int) -> UInt64 {
    graph?.legalMask(of: number) ?? met.positions[number].legalMask
  }

  /// The number of a view; nil if it has none.
  func number(of view: Position) -> Int? {
    graph.map { $0.node(of: view) } ?? met.place(of: view)
  }

  /// The number of a view, a new one if it was not met before; nil if play
  /// cannot reach it.
  mutating func insert(_ view: Position) -> Int? {
    if graph != nil { return number(of: view) }
    return met.insert(view)
  }

  /// The view of a position after 0…`plies` random moves, all counts equally
  /// likely; if the moves end the game, everything is drawn again.
  mutating func opening(
    plies: Int, using rng: inout some RandomNumberGenerator
  ) -> Int {
    if let graph {
      return Int(views[graph.opening(plies: plies, using: &rng)])
    }
    var position: Position
    repeat {
      position = Position(rules: rules)
      for _ in 0..<rng.next(below: plies + 1) {
        let moves = Array(position.legalMoves)
        if moves.isEmpty { break }
        position = position.playing(moves[rng.next(below: moves.count)])
      }
    } while position.outcome != nil
    return met.insert(encoding.view(of: position).position)
  }

  /// A legal move, drawn uniformly.
  func randomAction(
    in number: Int, using rng: inout some RandomNumberGenerator
  ) -> Int {
    var moves = self[number].legalMoves
    for _ in 0..<rng.next(below: moves.count) { _ = moves.next() }
    guard let move = moves.next() else {
      preconditionFailure("\(self[number].text) is over")
    }
    return move.index
  }

  /// What a move leads to: the number of the view, or the end of the game.
  enum Successor {
    case position(Int)
    case over(Outcome)
  }

  /// Makes a legal move.
  mutating func successor(of number: Int, by action: Int) -> Successor {
    if let graph {
      for edge in graph.edges(of: number)
      where graph.move(along: edge).index == action {
        return successor(along: edge, in: graph)
      }
      preconditionFailure("no move to square \(action)")
    }
    let next = met.positions[number].playing(Square(action))
    if let outcome = next.outcome { return .over(outcome) }
    return .position(met.insert(encoding.view(of: next).position))
  }

  /// What each legal move of a position leads to; nil for a position that was
  /// never met.
  func forEachMove(
    of number: Int, _ body: (_ action: Int, _ successor: Successor?) -> Void
  ) {
    if let graph {
      for edge in graph.edges(of: number) {
        body(
          graph.move(along: edge).index, successor(along: edge, in: graph)
        )
      }
      return
    }
    let position = met.positions[number]
    for move in position.legalMoves {
      let next = position.playing(move)
      if let outcome = next.outcome {
        body(move.index, .over(outcome))
      } else {
        let place = met.place(of: encoding.view(of: next).position)
        body(move.index, place.map(Successor.position))
      }
    }
  }

  func successor(along edge: Int, in graph: StateGraph) -> Successor {
    let next = graph.successor(along: edge)
    if let outcome = graph.outcomes[next] { return .over(outcome) }
    return .position(Int(views[next]))
  }
}
