internal import Checkpoints
internal import TicTacToe

extension RunOptions.Watched {
  /// The moves and their source, whole, so that a run needs no other file to
  /// resume.
  var json: JSON {
    let entries = moves.entries.map { entry -> JSON in
      [
        JSON(entry.position.text),
        JSON(entry.position.rules.name(of: entry.move)),
        JSON(entry.count),
      ]
    }
    return isTeacher
      ? ["teacher": JSON(name), "moves": .array(entries)]
      : [
        "name": JSON(name), "player": JSON(player), "moves": .array(entries),
      ]
  }

  init(_ field: JSONField, on board: Board) throws(JSONError) {
    let object = try field.object()
    if let teacher = object.optional("teacher") {
      try object.check(keys: ["teacher", "moves"])
      isTeacher = true
      name = try teacher.name()
      player = nil
    } else {
      try object.check(keys: ["name", "player", "moves"])
      isTeacher = false
      name = try object.member("name").name()
      let player = try object.member("player")
      self.player = player.value == .null ? nil : try player.name()
    }
    let moves = try object.member("moves")
    var seen = Demonstrations(on: board)
    for entry in try moves.array() {
      let parts = try entry.array(count: 3)
      let count = try parts[2].int(in: 1...1_000_000_000)
      guard
        let position = try? Position(
          parts[0].string(), rules: board.rules
        ),
        board.states.node(of: position) != nil,
        let move = try? position.rules.square(named: parts[1].string()),
        position.legalMoves.contains(move)
      else { throw entry.mismatch("a position that play can reach and a move") }
      seen.add(move, in: position, count: count)
    }
    self.moves = seen
  }
}
