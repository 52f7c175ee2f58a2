import Training

extension Command {
  static let train = Command(
    CommandSpecification(
      name: "train",
      summary: "Learn until a proof; writes runs/….",
      group: .playAndTrain,
      operands: [
        .init(
          "RUN", count: 0...1,
          help: "The folder to make; default runs/<date>-<time>-<seed>."
        )
      ],
      examples: [
        .init("noughts train", "self-play, bad moves unlearned, a proof"),
        .init("noughts train --negative-loss ascent", "without the stop"),
        .init("noughts train --negatives none", "REINFORCE alone"),
        .init("noughts train --until unbeatable --hidden 32", "a small one"),
        .init("noughts train --policy table", "a table, as the control"),
        .init("noughts train --board 4x4 --games 0", "4x4, without a game"),
        .init("noughts train --method negatives", "from bad moves alone"),
        .init("noughts train --method clone", "from every good move"),
        .init("noughts train --watch FILE --player perfect", "from games"),
        .init("noughts train --method gail --watch FILE", "against a judge"),
        .init("noughts train --teacher champion --hidden 6", "a smaller copy"),
        .init("noughts train --continue easy --mistakes FILE", "a correction"),
        .init("noughts train --resume runs/mine", "continue what was stopped"),
      ],
      options: TrainOptions.all
    )
  ) { arguments, console in
    Interrupts.watch()
    Interrupts.ignoreBrokenPipes()
    let setup = TrainSetup(
      arguments: arguments, board: try TrainSetup.board(arguments),
      console: console
    )
    guard let opened = try setup.open() else { return .success }
    defer { withExtendedLifetime(opened.lock) {} }
    var session = TrainSession(
      folder: opened.folder, run: opened.run, secondsBefore: opened.seconds,
      checkpointEvery: arguments.integer("checkpoint-every"),
      isJSON: arguments.flag("json"), console: console
    )
    return try session.train(opened.run)
  }
}
