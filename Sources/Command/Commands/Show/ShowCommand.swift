import Training

extension Command {
  static let show = Command(
    CommandSpecification(
      name: "show",
      summary: "List runs, or draw their learning curves.",
      group: .lookDeeper,
      operands: [
        .init(
          "RUN", count: 0 ... .max,
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
          "csv", "FILE",
          help: "Write every evaluation as a line; - is standard output."
        ),
        .json, .quiet, .color,
      ],
      terms: [
        .init(
          "NashConv",
          "The gain of the best replies to moves drawn from the policy, both "
            + "seats together: 0 is an equilibrium, 2 the worst."
        ),
        .init(
          "blunders",
          "The positions in which the likeliest move is not optimal."
        ),
        .init(
          "verdict",
          "The proof of the last evaluation about the likeliest moves."
        ),
        .init(
          "state",
          "done, running in another process, or stopped; train --resume RUN "
            + "continues a stopped run."
        ),
      ]
    )
  ) { arguments, console in
    try ShowReport(arguments, console).print()
    return .success
  }
}
