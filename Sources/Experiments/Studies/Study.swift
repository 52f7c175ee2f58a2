package import TicTacToe
package import Training

/// One question, answered by measuring conditions over many seeds.
package protocol Study: Sendable {
  associatedtype Condition: StudyCondition

  /// The values measured of one condition with one seed.
  associatedtype Figures: StudyFigures

  /// The name a command takes.
  static var name: String { get }

  /// The board that it is about. Two studies of one name are about different
  /// boards.
  static var board: Board { get }

  /// One sentence, with a question mark.
  static var question: String { get }

  /// How many seeds the full form takes unless told otherwise.
  static var fullSeeds: Int { get }

  /// Whether this is the small form, for tests.
  var isQuick: Bool { get }

  /// All that is measured for every seed, in the order of the tables.
  var conditions: [Condition] { get }

  /// The columns of the tables.
  var figures: [Figure<Figures>] { get }

  init(isQuick: Bool)

  /// Measures one condition: a function of its arguments alone.
  ///
  /// - Throws: `Divergence` if the weights exceed their bound.
  func measure(
    _ condition: Condition, seed: UInt64
  ) throws(Divergence) -> Figures

  /// The summary in words, with intervals, line by line.
  func findings(_ summary: Summary<Self>) -> [String]

  /// The summary's pictures, each with a file name without extension.
  func charts(_ summary: Summary<Self>) -> [(name: String, svg: String)]
}

extension Study {
  package static var board: Board { ticTacToe }
  package static var fullSeeds: Int { 20 }

  /// The name, and the board unless it is 3×3.
  package static var title: String {
    let rules = board.rules
    return board == ticTacToe
      ? name : "\(name) \(rules.columns)x\(rules.rows)"
  }

  /// How many seeds this form takes unless told otherwise.
  package var seeds: Int { isQuick ? 2 : Self.fullSeeds }

  /// The figures of one condition. A diverged run counts as a failed share and
  /// a missing mean.
  func results(of condition: Condition, seed: UInt64) -> Figures {
    do { return try measure(condition, seed: seed) } catch {
      var failed = Figures()
      for figure in figures where figure.kind == .share {
        failed[keyPath: figure.path] = 0
      }
      return failed
    }
  }
}

/// The options that a study varies, as values of Swift types.
package protocol StudyCondition: Hashable, Sendable {
  /// The options and their values as tables show them: the same options in the
  /// same order for every condition of a study, an empty value where one does
  /// not apply, and no commas.
  var options: KeyValuePairs<String, String> { get }
}

extension StudyCondition {
  /// The values that apply, on one line.
  var text: String {
    options.map(\.value).filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Bool {
  /// The value of an option, `on` or `off`.
  var text: String { self ? "on" : "off" }
}

extension Double {
  /// The value of a share's figure for one seed.
  init(_ isTrue: Bool) {
    self = isTrue ? 1 : 0
  }
}
