package import TicTacToe

package enum Studies {
  /// In the order in which help lists them.
  package static let all: [any Study.Type] = [
    LoopStudy.self, NegativesStudy.self, RepairStudy.self, MechanismStudy.self,
    MethodsStudy.self, LabelAdversaryStudy.self, DistillationStudy.self,
    AuctionStudy.self, HungerStudy.self, ImitationStudy.self,
    ExploiterStudy.self, TuringStudy.self, LargerLoopStudy.self,
    LargerNegativesStudy.self, CrossoverStudy.self,
  ]

  package static let names = all.map { $0.name }
    .reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }

  /// The boards that studies of a name are about.
  package static func boards(of name: String) -> [Board] {
    all.filter { $0.name == name }.map { $0.board }
  }

  /// The study of a name about a board, in one of its forms; nil if there is
  /// none.
  package static func named(
    _ name: String, on board: Board = ticTacToe, quick: Bool
  ) -> (any Study)? {
    all.first { $0.name == name && $0.board == board }?.init(isQuick: quick)
  }
}
