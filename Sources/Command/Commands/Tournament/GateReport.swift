import Numbers
import TicTacToe
import Tournament

/// The verdict whether one policy may take another's place.
struct GateReport {
  private let players: [TournamentSetup.Player]

  init(_ arguments: Arguments, _ console: Console) throws {
    let board = try arguments.board(of: arguments.operands)
    guard board.scope != .search else {
      throw Failure(
        .usage,
        "--gate: results on \(board.rules.name) are not exact; expected a board "
          + "of at most 16 squares"
      )
    }
    players = try arguments.operands.enumerated().map { index, name in
      let policy = try PolicyOperand.policy(named: name, on: board, console)
      let isSame = index == 1 && arguments.operands[0].isSame(as: name)
      return TournamentSetup.Player(
        participant: Participant(
          printable(isSame ? "\(name)#2" : name), policy.seated(), on: board
        ), origin: nil
      )
    }
  }

  /// Prints the reason; returns the exit code.
  func print(_ arguments: Arguments, _ console: Console) throws -> ExitCode {
    let (candidate, champion) = (players[0].participant, players[1].participant)
    let gate = Gate(candidate, against: champion)
    let isJSON = arguments.flag("json")
    if isJSON {
      _ = try TournamentReport(exact: players).print(arguments, console)
    }
    func compared(_ what: String, _ text: (Gate.Figures) -> String) -> String {
      "\(what) \(text(gate.candidate)) to \(text(gate.champion))"
    }
    let losingLines = compared("losing lines") {
      NumberFormat.grouped($0.losingLines)
    }
    let nashConv = compared("NashConv") {
      NumberFormat.decimal($0.nashConv, places: 6)
    }
    let score = compared("score") { NumberFormat.percent($0.score, places: 4) }
    guard let rejection = gate.rejection else {
      if !isJSON {
        try console.print(
          "\(candidate.name) is no worse than \(champion.name): "
            + "\(losingLines), \(nashConv), \(score)"
        )
      }
      return .success
    }
    let reason =
      switch rejection {
      case .losingLines: losingLines
      case .nashConv: nashConv
      case .score: score
      }
    console.report(
      Failure(
        .assertionFalse,
        "\(candidate.name) is worse than \(champion.name): \(reason)"
      )
    )
    return .assertionFalse
  }
}
