internal import Charts
internal import NeuralNetwork
internal import Numbers

extension Mechanism {
  static func findings(_ summary: Summary) -> [String] {
    let groups = summary.groups(
      [("softmax", "off"), ("softmax", "on"), ("sigmoid", "off")].map {
        (
          "\($0) outputs, canonical input \($1)",
          ["head": $0, "canonical": $1]
        )
      }
    )
    let tables = groups.flatMap { title, conditions in
      ["", title]
        + summary.table(
          of: conditions,
          figures: ["accuracy", "ranking", "plateau", "logit100", "logit3000"]
        )
    }
    return tables + ["", "Gradient on the bad move's logit, two legal moves"]
      + gradientTable
  }

  private static let losses: [Curve] = [
    Curve("ascent") { .ascent(of: $0, bad: 0) },
    Curve("ascent, floor .1") { .ascent(of: $0, bad: 0, floor: 0.1) },
    Curve("probability descent") { .probability(of: $0, bad: 0) },
    Curve("unlikelihood") { .unlikelihood(of: $0, bad: 0) },
  ]

  /// A loss on the first of two moves.
  private struct Curve: Sendable {
    let name: String
    let of: @Sendable (Categorical) -> Loss

    init(_ name: String, _ loss: @escaping @Sendable (Categorical) -> Loss) {
      self.name = name
      of = loss
    }
  }

  /// The size of a loss's gradient where the bad move has a probability.
  private static func gradient(
    _ loss: (Categorical) -> Loss,
    at p: Float
  ) -> Double {
    let policy = Categorical(
      logits: [.log(p), .log(1 - p)],
      legal: 0b11
    )
    return Double(loss(policy).gradient[0])
  }

  private static var gradientTable: [String] {
    let places: [Float] = [0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999]
    func padded(_ text: String) -> String {
      text + String(repeating: " ", count: max(0, 8 - text.count))
    }
    let name = String(repeating: " ", count: 22)
    return [name + places.map { padded("\($0)") }.joined()]
      + losses.map { loss in
        loss.name + name.dropFirst(loss.name.count)
          + places.map { p in
            let value = gradient(loss.of, at: p)
            return padded(NumberFormat.shortest(value, places: 3))
          }.joined()
      }
  }

  static func charts(_ summary: Summary) -> [(name: String, svg: String)] {
    let gradients = LineChart(
      title: "Gradient on the bad move's logit, two legal moves",
      x: Axis("probability of the bad move", range: 0...1),
      y: Axis("size of the gradient", range: 0...1),
      series: losses.map { loss in
        .init(
          loss.name,
          (1..<200).map { i in
            let p = Float(i) / 200
            return .init(Double(p), gradient(loss.of, at: p))
          }
        )
      }
    )
    let rows = summary.study.conditions.filter {
      $0.matches(["head": "softmax", "canonical": "off"])
    }
    let growth = LineChart(
      title: "The largest logit while learning from bad moves",
      x: Axis("steps", scale: .logarithmic),
      y: Axis("largest logit", scale: .logarithmic),
      series: rows.map { condition in
        .init(condition["loss"], logits.points(of: condition, in: summary))
      }
    )
    return [("gradients", gradients.svg), ("logits", growth.svg)]
  }
}
