public import NeuralNetwork
public import TicTacToe

/// How a network sees a position.
public struct Encoding: Hashable, Sendable {
  public enum Inputs: Hashable, Sendable {
    /// One input a square for the mover's stones, then one for the opponent's.
    case planes

    /// One input a class of decisions: the network is a table.
    case table
  }

  public let group: SymmetryGroup
  public let inputs: Inputs

  /// Whether a position is replaced by its canonical image first.
  public let isCanonical: Bool

  /// The rows of a table; nil for planes.
  private let classes: DecisionClasses?

  private init(
    group: SymmetryGroup, inputs: Inputs, isCanonical: Bool,
    classes: DecisionClasses?
  ) {
    self.group = group
    self.inputs = inputs
    self.isCanonical = isCanonical
    self.classes = classes
  }

  public static func planes(
    _ rules: Rules, isCanonical: Bool = true
  ) -> Encoding {
    Encoding(
      group: SymmetryGroup(rules), inputs: .planes, isCanonical: isCanonical,
      classes: nil
    )
  }

  /// One input for each class of decisions under all symmetries of a board.
  public static func table(of classes: StateGraph) -> Encoding {
    Encoding(
      group: classes.group, inputs: .table, isCanonical: true,
      classes: DecisionClasses(of: classes)
    )
  }

  public var rules: Rules { group.rules }

  public var inputCount: Int {
    classes?.representatives.count ?? 2 * rules.squareCount
  }

  /// The position as the network sees it, and the number of the symmetry that
  /// leads there.
  public func view(
    of position: Position
  ) -> (position: Position, symmetry: Int) {
    isCanonical ? group.canonical(position) : (position, 0)
  }

  /// Adds a position, as the network sees it, to a batch: the inputs that are
  /// 1 for it, every other being 0.
  ///
  /// - Precondition: in a table, the view is a canonical decision.
  public func append(_ view: Position, to batch: inout Batch) {
    if let classes {
      guard let row = classes.row(of: view) else {
        preconditionFailure("no row of the table holds \(view.text)")
      }
      batch.appendInput(row)
    } else {
      for square in view.mover.squares(in: rules) {
        batch.appendInput(square.index)
      }
      for square in view.opponent.squares(in: rules) {
        batch.appendInput(square.index + rules.squareCount)
      }
    }
    batch.endRow()
  }
}

extension Encoding {
  public static func == (lhs: Encoding, rhs: Encoding) -> Bool {
    lhs.group == rhs.group && lhs.inputs == rhs.inputs
      && lhs.isCanonical == rhs.isCanonical
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(group)
    hasher.combine(inputs)
    hasher.combine(isCanonical)
  }
}

extension StateGraph {
  /// The node whose position a network sees instead of each node's, of shape
  /// [nodes].
  package func views(by encoding: Encoding) -> [Int32] {
    encoding.isCanonical
      ? canonicalNodes : canonicalNodes.indices.map { Int32($0) }
  }
}
