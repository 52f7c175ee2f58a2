package enum Studies {
  /// In the order in which help lists them.
  private static let all: [any Study.Type] = [
    LoopStudy.self, NegativesStudy.self, RepairStudy.self, MechanismStudy.self,
    MethodsStudy.self, LabelAdversaryStudy.self, DistillationStudy.self,
    AuctionStudy.self, HungerStudy.self, ImitationStudy.self,
    ExploiterStudy.self, TuringStudy.self,
  ]

  package static let names = all.map { $0.name }

  /// The study of a name in one of its forms; nil for an unknown name.
  package static func named(_ name: String, quick: Bool) -> (any Study)? {
    all.first { $0.name == name }?.init(isQuick: quick)
  }
}
