/// The rules of a board with all that follows from them, each made once, when
/// it is first asked for, and handed down.
public final class Board: Sendable, Equatable {
  /// How much of a game can be known at once.
  public enum Scope: Sendable {
    /// Every position is a node of a graph, every legal move an edge.
    case graph

    /// Every position has a number, and its value is kept; moves are made
    /// anew in each sweep.
    case numbers

    /// Single positions have values, if a search finds them.
    case search
  }

  public let rules: Rules

  public let group: SymmetryGroup

  private let lazyStates: Lazy<StateGraph>
  private let lazyClasses: Lazy<StateGraph>
  private let lazySolution: Lazy<Solution>
  private let lazyClassSolution: Lazy<Solution>
  private let lazyDecisionClasses: Lazy<DecisionClasses>
  private let lazyValues: Lazy<ValueTable>
  private let lazySearch: Lazy<ValueSearch>
  private let lazyGameValue: Lazy<Int?>

  /// Names a board; nothing is enumerated yet.
  ///
  /// - Complexity: that of ``SymmetryGroup/init(_:)``.
  public init(_ rules: Rules) {
    let group = SymmetryGroup(rules)
    func graph(under group: SymmetryGroup) -> Lazy<StateGraph> {
      Lazy {
        precondition(
          rules.squareCount <= 16,
          "\(rules.name) has too many positions to list; at most 16 squares"
        )
        return StateGraph(rules, under: group)
      }
    }
    let states = graph(under: .identity(of: rules))
    let classes = graph(under: group)
    self.rules = rules
    self.group = group
    lazyStates = states
    lazyClasses = classes
    lazySolution = Lazy { Solution(of: states.value) }
    lazyClassSolution = Lazy { Solution(of: classes.value) }
    lazyDecisionClasses = Lazy { DecisionClasses(of: classes.value) }
    lazyValues = Lazy {
      ValueTable(of: PositionRanking(rules, under: group))
    }
    // Seconds where values can be found; beyond, a look at what is forced, a
    // longer one at the empty board.
    let isFindable = rules.squareCount <= 25
    @Sendable func search(budget: Int) -> ValueSearch {
      ValueSearch(rules, budget: budget, entries: 1 << 16)
    }
    lazySearch = Lazy { search(budget: isFindable ? 4_000_000 : 2_000) }
    lazyGameValue = Lazy {
      var search = search(budget: isFindable ? 4_000_000 : 50_000)
      return search.value(of: Position(rules: rules))
    }
  }

  /// How much of the game commands know at once: graphs take 2 ms and 2 MB on
  /// 3×3, a gigabyte on 4×4, where numbers take 2 MB.
  public var scope: Scope {
    if rules == .ticTacToe { return .graph }
    return rules.squareCount <= 16 ? .numbers : .search
  }

  /// Every position by itself.
  ///
  /// - Complexity: O(positions · squares), the first time.
  public var states: StateGraph { lazyStates.value }

  /// The positions up to symmetry.
  ///
  /// - Complexity: O(positions · squares), the first time.
  public var classes: StateGraph { lazyClasses.value }

  /// The solution of ``states``.
  public var solution: Solution { lazySolution.value }

  /// The solution of ``classes``.
  public var classSolution: Solution { lazyClassSolution.value }

  /// The canonical decision positions, in the order that tables and draws keep.
  public var decisionClasses: DecisionClasses { lazyDecisionClasses.value }

  /// The value of every decision, by its number up to symmetry.
  ///
  /// - Precondition: the board has at most 16 squares.
  public var values: ValueTable { lazyValues.value }

  /// A search that knows nothing yet: of at most 4,000,000 nodes a position up
  /// to 25 squares, of 2,000 beyond.
  public var search: ValueSearch { lazySearch.value }

  /// The value of the empty board for X, won 1 or drawn 0; nil if 4,000,000
  /// nodes of a search do not suffice, beyond 25 squares 50,000.
  public var gameValue: Int? { lazyGameValue.value }

  /// The value of a position for the side to move, or nil if the budget of
  /// ``search`` does not suffice. Every question is searched anew: the answer
  /// does not depend on those before.
  public func value(of position: Position) -> Int? {
    if scope != .search { return prospect(of: position)?.value }
    if position.ply == 0 { return gameValue }
    var search = search
    return search.value(of: position)
  }

  /// What best play makes of a position; nil on a board of more than 16
  /// squares, whose distances are not known.
  ///
  /// - Complexity: O(squares), the first time that of ``solution`` or
  ///   ``values``.
  public func prospect(of position: Position) -> Prospect? {
    switch scope {
    case .graph:
      classes.node(of: position).map {
        Prospect(
          value: classSolution.values[$0], distance: classSolution.distances[$0]
        )
      }
    case .numbers: values.prospect(of: position)
    case .search: nil
    }
  }

  /// The moves that keep the value of a position; empty if the game is over,
  /// nil if it is not known which they are.
  public func optimalMoves(in position: Position) -> Bitboard? {
    if scope == .graph {
      return states.node(of: position).map { solution.optimalMoves[$0] }
    }
    guard let best = value(of: position) else { return nil }
    var moves: Bitboard = []
    for move in position.legalMoves {
      guard let value = value(of: position.playing(move)) else { return nil }
      if -value == best { moves.formUnion(Bitboard(move, in: rules)) }
    }
    return moves
  }

  /// The moves that keep the value of a position and, in a decided game, win
  /// soonest or lose latest; on a board of more than 16 squares those that keep
  /// the value, however long they take, and all of which nothing is known if
  /// none is known to keep it. Empty if the game is over.
  public func soundestMoves(in position: Position) -> Bitboard {
    if scope == .search {
      var search = search
      let values = position.legalMoves.map { move in
        (move: move, value: search.value(of: position.playing(move)))
      }
      // A move is worth −v where its position is worth v.
      for value in [-1, 0, nil, 1] {
        let kept = values.filter { $0.value == value }
        if !kept.isEmpty { return set(of: kept.map(\.move)) }
      }
      return []
    }
    let moves = position.legalMoves.compactMap { move in
      prospect(of: position.playing(move)).map {
        (move: move, prospect: $0.afterMove)
      }
    }
    guard let best = moves.map(\.prospect).max() else { return [] }
    let soundest = moves.filter { $0.prospect.isSoundest(besides: best) }
    return set(of: soundest.map(\.move))
  }

  private func set(of squares: [Square]) -> Bitboard {
    squares.reduce(into: []) { $0.formUnion(Bitboard($1, in: rules)) }
  }

  public func solution(of graph: StateGraph) -> Solution {
    precondition(
      graph.rules == rules, "a graph of \(graph.rules) on a board of \(rules)"
    )
    return graph.group == group ? classSolution : solution
  }

  public static func == (lhs: Board, rhs: Board) -> Bool {
    lhs.rules == rhs.rules
  }
}
