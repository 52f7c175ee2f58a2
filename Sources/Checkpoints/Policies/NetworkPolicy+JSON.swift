internal import NeuralNetwork
package import Players
internal import TicTacToe

extension NetworkPolicy {
  /// The members that describe the rules, the input and the weights.
  package var members: [JSON.Member] {
    let rules = encoding.rules
    let isTable = encoding.inputs == .table
    return JSON.members([
      "rules": [
        "columns": JSON(rules.columns), "rows": JSON(rules.rows),
        "inARow": JSON(rules.inARow),
      ],
      "input": [
        "planes": [JSON("mover"), JSON("opponent")],
        "canonical": JSON(encoding.isCanonical),
      ],
      "head": head == .softmax ? nil : JSON(head.rawValue),
      "layers": isTable ? nil : .array(network.layers.indices.map(layer)),
      "value": hasValue ? value : nil,
      "table": isTable ? table : nil,
    ])
  }

  /// The rows of a table, of shape [positions][squares].
  private var table: JSON {
    let layer = network.layers[0]
    return .array(
      (0..<layer.inputs).map {
        JSON(Array(network.parameters[layer.weights(from: $0)]))
      }
    )
  }

  /// A layer with its weights, of shape [outputs][inputs], and its biases, of
  /// shape [outputs].
  private func layer(_ index: Int) -> JSON {
    let network = moveNetwork
    let layer = network.layers[index]
    let isLast = index == network.layers.count - 1
    let weights = (0..<layer.outputs).map { output in
      JSON(
        (0..<layer.inputs).map { input in
          network.parameters[layer.weights(from: input).lowerBound + output]
        }
      )
    }
    return [
      "weights": .array(weights),
      "biases": JSON(Array(network.parameters[layer.biases])),
      "activation": JSON(isLast ? "identity" : "relu"),
    ]
  }

  /// The weights of the value, of shape [inputs of the last layer], and its
  /// bias.
  private var value: JSON {
    let squares = encoding.rules.squareCount
    let network = network.selecting(outputs: squares..<squares + 1)
    let layer = network.layers[network.layers.count - 1]
    return [
      "weights": JSON(
        (0..<layer.inputs).map {
          network.parameters[layer.weights(from: $0).lowerBound]
        }
      ),
      "bias": JSON(network.parameters[layer.biases.lowerBound]),
    ]
  }

  /// The most squares of a board whose table is read: 4×3 has 20,088 rows.
  private static let mostTabulated = 12

  package init(_ object: JSONObject, name: String) throws(JSONError) {
    let head = try object.optional("head")?.choice(of: Head.self) ?? .softmax
    let rules = try Rules(object.member("rules"))
    guard rules.squareCount <= OutcomeVector.capacity else {
      throw try object.member("rules").mismatch(
        "a board of at most \(OutcomeVector.capacity) squares"
      )
    }
    let input = try object.member("input").object(keys: ["planes", "canonical"])
    let planes = try input.member("planes").array(count: 2)
    _ = try planes[0].choice(["mover"])
    _ = try planes[1].choice(["opponent"])
    let isCanonical = try input.member("canonical").bool()
    if let table = object.optional("table") {
      guard object.optional("layers") == nil, object.optional("value") == nil
      else { throw table.mismatch("either layers or a table") }
      guard rules.squareCount <= NetworkPolicy.mostTabulated, isCanonical else {
        throw table.mismatch(
          "canonical input and at most \(NetworkPolicy.mostTabulated) squares"
        )
      }
      let encoding = Encoding.table(
        of: StateGraph(rules, under: SymmetryGroup(rules))
      )
      var network = Network(
        sizes: [encoding.inputCount, rules.squareCount], hasBiases: false
      )
      network.parameters = []
      for row in try table.array(count: encoding.inputCount) {
        network.parameters += try row.floats(count: rules.squareCount)
      }
      guard network.largestParameter < Float(Network.largestOutput) else {
        throw table.mismatch("logits below \(Network.largestOutput)")
      }
      self.init(name: name, encoding: encoding, network: network, head: head)
      return
    }
    let encoding = Encoding.planes(rules, isCanonical: isCanonical)
    var network = try Network(
      layers: object.member("layers"), inputs: encoding.inputCount,
      outputs: rules.squareCount
    )
    if let value = object.optional("value") {
      network = try network.adding(value: value)
    }
    self.init(name: name, encoding: encoding, network: network, head: head)
  }
}

extension Rules {
  fileprivate init(_ field: JSONField) throws(JSONError) {
    let object = try field.object(keys: ["columns", "rows", "inARow"])
    let columns = try object.member("columns").int(in: 1...63)
    let rows = try object.member("rows").int(in: 1...32)
    let inARow = try object.member("inARow").int(in: 1...63)
    do {
      try self.init(columns: columns, rows: rows, inARow: inARow)
    } catch {
      throw field.mismatch("(columns + 1) · rows ≤ 64 and a line that fits")
    }
  }
}

extension Network {
  fileprivate init(
    layers field: JSONField, inputs: Int, outputs: Int
  ) throws(JSONError) {
    // The most that training makes: no file may ask for more memory.
    let mostUnits = 4096
    let layers = try field.array()
    guard (1...16).contains(layers.count) else {
      throw field.mismatch("1 to 16 layers, not \(layers.count)")
    }
    var sizes = [inputs]
    var parameters: [Float] = []
    for (index, field) in layers.enumerated() {
      let isLast = index == layers.count - 1
      let layer = try field.object(keys: ["weights", "biases", "activation"])
      let weights = try layer.member("weights")
      let rows =
        isLast ? try weights.array(count: outputs) : try weights.array()
      guard (1...mostUnits).contains(rows.count) else {
        throw weights.mismatch("1 to \(mostUnits) rows, not \(rows.count)")
      }
      let biases = try layer.member("biases").floats(count: rows.count)
      // Check every row's length before anything of their product is allocated.
      for row in rows { try row.check(count: sizes.last ?? 0) }
      var transposed = [Float](
        repeating: 0, count: rows.count * (sizes.last ?? 0)
      )
      for (output, row) in rows.enumerated() {
        let weights = try row.floats(count: sizes.last ?? 0)
        for (input, weight) in weights.enumerated() {
          transposed[input * rows.count + output] = weight
        }
      }
      parameters += transposed
      parameters += biases
      _ = try layer.member("activation").choice([isLast ? "identity" : "relu"])
      sizes.append(rows.count)
    }
    self.init(sizes: sizes)
    self.parameters = parameters
    guard outputBound < Network.largestOutput else {
      throw field.mismatch("outputs that stay below \(Network.largestOutput)")
    }
  }

  /// The network with one more output, which has the weights and the bias read.
  fileprivate func adding(value field: JSONField) throws(JSONError) -> Network {
    let outputs = sizes[sizes.count - 1]
    guard outputs < OutcomeVector.capacity else {
      throw field.mismatch(
        "a board of at most \(OutcomeVector.capacity - 1) squares"
      )
    }
    let object = try field.object(keys: ["weights", "bias"])
    var network = selecting(outputs: 0..<outputs + 1)
    let layer = network.layers[layers.count - 1]
    let weights = try object.member("weights").floats(count: layer.inputs)
    for (input, weight) in weights.enumerated() {
      network.parameters[layer.weights(from: input).upperBound - 1] = weight
    }
    network.parameters[layer.biases.upperBound - 1] =
      try object.member("bias").float()
    guard network.outputBound < Network.largestOutput else {
      throw field.mismatch("outputs that stay below \(Network.largestOutput)")
    }
    return network
  }
}
