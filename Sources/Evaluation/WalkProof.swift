public import Players
public import TicTacToe

/// What walks through every reply prove of a player, seat by seat.
public struct WalkProof: Sendable {
  /// The value of the empty board for X, won 1 or drawn 0; nil if the budget of
  /// the search does not suffice.
  public let gameValue: Int?

  /// The walk with the player in X: where X wins by best play it has to win,
  /// else it must not lose.
  public let asX: PolicyWalk

  /// The walk with the player in O, which must not lose; nil where X wins by
  /// best play, so that O is lost.
  public let asO: PolicyWalk?

  /// Walks through every reply to a player.
  ///
  /// - Complexity: up to `budget.evaluations` evaluations a seat.
  public init(
    of policy: any Policy, on board: Board,
    budget: PolicyWalk.Budget = PolicyWalk.Budget()
  ) {
    gameValue = board.gameValue
    let isWon = gameValue == 1
    asX = PolicyWalk(
      of: policy, in: .x, on: board, aim: isWon ? .toWin : .notToLose,
      budget: budget
    )
    asO =
      isWon ? nil : PolicyWalk(of: policy, in: .o, on: board, budget: budget)
  }

  public var walks: [PolicyWalk] { [asX, asO].compactMap(\.self) }

  /// The positions in which the player was to move.
  public var evaluations: Int { walks.reduce(0) { $0 + $1.evaluations } }

  /// What is proven, at most that the value of the game is kept; nil if a walk
  /// or the game's value is undecided.
  public var verdict: Verdict? {
    if walks.contains(where: { !$0.failures.isEmpty }) { return .beatable }
    guard let gameValue, walks.allSatisfy({ $0.result == .kept }) else {
      return nil
    }
    return gameValue > 0 ? .keepsValue : .unbeatable
  }

  /// Whether it is proven that the player keeps the value of the game.
  package var keepsValue: Bool { (verdict ?? .beatable) >= .keepsValue }

  /// The shortest game that refutes the player; nil if none was found.
  public var refutation: PolicyReport.Refutation? {
    walks.flatMap { walk in
      walk.failures.prefix(1).map {
        PolicyReport.Refutation(seat: walk.seat, moves: $0)
      }
    }
    .min { $0.moves.count < $1.moves.count }
  }

  /// The moves by which the player spoils the lines that fail: in each, its
  /// last move from a position whose value was still worth keeping. Each once;
  /// lines whose values no search finds are left out.
  ///
  /// - Complexity: O(failures · squares) values.
  package func badMoves(
    on board: Board
  ) -> [(position: Position, move: Square)] {
    var search = board.scope == .search ? board.search : nil
    func value(_ position: Position) -> Int? {
      search?.value(of: position) ?? board.prospect(of: position)?.value
    }
    var known: Set<Position> = []
    var moves: [(position: Position, move: Square)] = []
    for walk in walks {
      let needed = walk.aim == .toWin ? 1 : 0
      for line in walk.failures {
        var positions = [Position(rules: board.rules)]
        for move in line.dropLast() {
          positions.append(positions[positions.count - 1].playing(move))
        }
        let own = positions.indices.reversed().filter {
          positions[$0].sideToMove == walk.seat
        }
        for ply in own {
          guard let worth = value(positions[ply]) else { break }
          if worth < needed { continue }
          let position = positions[ply]
          let view =
            walk.isMerged
            ? board.group.canonical(position).position : position
          if known.insert(view).inserted {
            moves.append((position, line[ply]))
          }
          break
        }
      }
    }
    return moves
  }
}
