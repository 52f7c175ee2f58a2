internal import NeuralNetwork
public import TicTacToe

/// A network with the probabilities that its moves are drawn from at its
/// temperature; those of `NetworkPolicy` are always of temperature 1.
public struct TemperedPolicy: Policy {
  /// The network.
  public private(set) var network: NetworkPolicy

  /// A short name for tables.
  public var name: String { network.name }

  /// Shows a network as it draws.
  ///
  /// - Precondition: its temperature is above 0.
  public init(_ network: NetworkPolicy) {
    precondition(
      network.temperature > 0,
      "a temperature of \(network.temperature), expected above 0"
    )
    self.network = network
  }

  /// The probability of each square's move in a position that is not over.
  public func probabilities(in position: Position) -> [Float] {
    network.drawn(
      by: network.logits(in: position),
      legal: position.legalMask
    ).probabilities.map { $0 }
  }
}
