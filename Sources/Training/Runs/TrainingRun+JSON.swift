public import Checkpoints
internal import Files
public import TicTacToe

extension TrainingRun {
  /// The bytes of a checkpoint: everything that is needed to continue, sealed
  /// with a checksum. The same state gives the same bytes.
  public func checkpoint(version: String) -> [UInt8] {
    var members: [JSON.Member] = [
      .init(key: "format", value: JSON("noughts.checkpoint")),
      .init(key: "version", value: JSON(1)),
      .init(key: "program", value: JSON(version)),
      .init(key: "options", value: options.json),
      .init(key: "milestones", value: milestones.json),
    ]
    if let unlearning {
      members.append(.init(key: Unlearning.key, value: unlearning.json))
    }
    members += learner.checkpoint.members
    return SealedDocument.seal(members)
  }

  /// Continues a run on a board from the bytes of a checkpoint.
  ///
  /// - Throws: `JSONError`, which names the place and what was expected.
  public init(
    checkpoint bytes: [UInt8], on board: Board
  ) throws(JSONError) {
    let object = try JSONField(SealedDocument.open(bytes)).object()
    _ = try object.member("format").choice(["noughts.checkpoint"])
    _ = try object.member("version").int(in: 1...1)
    _ = try object.member("program").string()
    let options = try RunOptions(object.member("options"), on: board)
    var learner = options.recipe.learner(for: options)
    try learner.restore(object)
    try object.check(
      keys: ["format", "version", "program", "options", "milestones"]
        + (learner.negatives == nil ? [] : [Unlearning.key])
        + PolicyFile.modelKeys + type(of: learner).checkpointKeys
    )
    let milestones = try Milestones(
      object.member("milestones"), upTo: learner.done
    )
    self.init(
      options: options, learner: learner, milestones: milestones,
      unlearning: try object.unlearning(of: learner, options.recipe)
    )
  }

  /// The games or steps done, as a provenance names them.
  var effort: Provenance.Effort {
    type(of: options.recipe).unit.effort(done)
  }

  /// - Parameter command: The command of the run; nil stands for the normal
  ///   form of its options.
  public func policyFile(
    command: String? = nil, version: String
  ) -> PolicyFile {
    PolicyFile(
      policy: learner.policy,
      provenance: Provenance(
        command: command ?? options.command, method: options.method,
        seed: options.seed,
        effort: effort, version: version
      )
    )
  }
}

extension JSONObject {
  /// The tally of a checkpoint; nil if the learner is told of no bad moves, or
  /// if the run began before there were other sources than hindsight, and
  /// before they were counted.
  fileprivate func unlearning(
    of learner: any Learner, _ recipe: any LearningMethod
  ) throws(JSONError) -> Unlearning? {
    guard let terms = learner.negatives else { return nil }
    if terms.sources == [.hindsight], optional(Unlearning.key) == nil {
      return nil
    }
    let evaluations = learner.done / recipe.evaluateEvery + 1
    return try Unlearning(
      member(Unlearning.key), games: learner.done,
      rounds: evaluations * terms.mostRounds, stepsPerRound: terms.mostSteps
    )
  }
}
