import Training

extension Command {
  /// `noughts show [RUN...]`.
  static let show = Command(
    CommandSpecification(
      name: "show",
      summary: "List runs, or draw their learning curves.",
      group: .lookDeeper,
      operands: [
        .init(
          "RUN",
          count: 0 ... .max,
          help: "A folder made by train; none lists all in runs/."
        )
      ],
      examples: [
        .init("noughts show", "every run, the newest first"),
        .init("noughts show runs/mine", "its learning curves"),
        .init("noughts show runs/a runs/b --svg ab.svg", "two, as a picture"),
        .init("noughts show runs/mine --csv - | sort", "every evaluation"),
      ],
      options: [
        .text("svg", "FILE.svg", help: "Draw the curves as a picture."),
        .text(
          "csv",
          "FILE",
          help: "Write every evaluation as a line; - is standard output."
        ),
        .json, .quiet, .color,
      ],
      terms: [
        .init(
          "NashConv",
          "What a best reply gains, both seats together, against moves drawn "
            + "from the policy: 0 is an equilibrium, 2 the worst."
        ),
        .init(
          "blunders",
          "The positions of 4,520 in which the likeliest move throws something "
            + "away."
        ),
        .init(
          "verdict",
          "What the last evaluation proved of the likeliest moves."
        ),
        .init(
          "state",
          "done, running in another process, or stopped: train --resume RUN "
            + "continues it."
        ),
      ]
    )
  ) { arguments, console in
    try ShowReport(arguments, console).tell()
    return .success
  }
}
