import Checkpoints
import NeuralNetwork
import Players
import TestSupport
import Testing
import TicTacToe

@Suite struct PolicyFileTests {
  private func network(_ sizes: [Int]) -> NetworkPolicy {
    var rng = SeededGenerator(seed: 1)
    var network = Network(sizes: sizes, activeInputs: 9, using: &rng)
    for i in network.parameters.indices where i % 3 == 0 {
      network.parameters[i] = 2 * rng.nextUnit() - 1
    }
    return NetworkPolicy(
      name: "network",
      encoding: .planes(isCanonical: true),
      network: network
    )
  }

  private let provenance = Provenance(
    command: "noughts train --seed 1",
    method: "reinforce",
    seed: .max,
    effort: .games(12),
    version: "0.1.0"
  )

  private func file(_ sizes: [Int] = [18, 3, 9]) -> PolicyFile {
    PolicyFile(policy: network(sizes), provenance: provenance)
  }

  @Test(arguments: [[18, 9], [18, 4, 9], [18, 5, 3, 9]])
  func `a policy survives its file bit for bit`(sizes: [Int]) throws {
    let file = file(sizes)
    let read = try PolicyFile(bytes: file.bytes)
    #expect(read == file)
    #expect(read.bytes == file.bytes)
  }

  @Test func `a value is a member of its own, in version 2`() throws {
    let file = file([18, 5, 10])
    #expect(file.policy.hasValue && !self.file().policy.hasValue)
    let read = try PolicyFile(bytes: file.bytes)
    #expect(read == file && read.bytes == file.bytes)
    let object = try JSONField(SealedDocument.open(file.bytes)).object()
    #expect(try object.member("version").int(in: 2...2) == 2)
    let layers = try object.member("layers").array()
    let moves = try layers[1].object().member("weights").array(count: 9)
    let value = try object.member("value").object(keys: ["weights", "bias"])
    let weights = try value.member("weights").floats(count: 5)
    let last = file.policy.network.layers[1]
    for input in 0..<5 {
      let row = file.policy.network.parameters[last.weights(from: input)]
      #expect(try moves[8].floats(count: 5)[input] == row[row.endIndex - 2])
      #expect(weights[input] == row[row.endIndex - 1])
    }
    let bias = try value.member("bias").float()
    #expect(bias == file.policy.network.parameters.last)
    let position = try Position("X../.O./...")
    let same = read.policy.value(of: position)
    #expect(same != nil && same == file.policy.value(of: position))
    #expect(self.file().policy.value(of: position) == nil)
    let bare = String(decoding: file.bytes, as: UTF8.self)
      .split(separator: "\n").filter { !$0.contains("\"checksum\"") }
      .joined(separator: "\n").replacing("},\n}", with: "}\n}")
    for (old, new, place) in [
      ("\"bias\": ", "\"bios\": ", "value.bios"),
      ("\"bias\": ", "\"bias\": 1e30, \"more\": ", "value.more"),
      ("\"value\": ", "\"value\": 1, \"worth\": ", "worth"),
      (
        "\"version\": 2", "\"version\": 1",
        "version: 1, expected 2, which has a value"
      ),
    ] {
      let error = #expect(throws: JSONError.self) {
        _ = try PolicyFile(bytes: Array(bare.replacing(old, with: new).utf8))
      }
      #expect("\(error as Any)".contains(place), "\(error as Any)")
    }
  }

  @Test func `a table survives its file`() throws {
    var table = Network(sizes: [627, 9], hasBiases: false)
    for i in table.parameters.indices { table.parameters[i] = Float(i) / 7 }
    let policy = NetworkPolicy(name: "t", encoding: .table, network: table)
    let file = PolicyFile(policy: policy, provenance: nil)
    #expect(try PolicyFile(bytes: file.bytes) == file)
  }

  @Test func `weights are written by output, then by input`() throws {
    let file = file()
    let field = JSONField(try SealedDocument.open(file.bytes))
    let layer = try field.object().member("layers").array()[0].object()
    let weights = try layer.member("weights").array(count: 3)
    let row = try weights[2].floats(count: 18)
    let first = file.policy.network.layers[0]
    for input in 0..<18 {
      let index = first.weights(from: input).lowerBound + 2
      #expect(row[input] == file.policy.network.parameters[index])
    }
  }

  @Test func `a file without checksum or provenance is accepted`() throws {
    let text = String(decoding: file().bytes, as: UTF8.self)
    let lines = text.split(separator: "\n").filter {
      !$0.contains("\"checksum\"") && !$0.contains("\"provenance\"")
    }
    var bare = lines.joined(separator: "\n")
    bare = bare.replacing("],\n}", with: "]\n}")
    let read = try PolicyFile(bytes: Array(bare.utf8))
    #expect(read.policy == file().policy)
    #expect(read.provenance == nil)
  }

  @Test(arguments: [
    ("\"noughts.policy\"", "\"torch.policy\"", "format"),
    ("\"version\": 1,", "\"version\": 3,", "version"),
    ("\"columns\": 3", "\"columns\": 4", "layers[0].weights[0]"),
    ("\"columns\": 3", "\"columns\": 99", "rules.columns"),
    ("\"columns\": 3", "\"columns\": 11", "at most 32 squares"),
    ("\"rows\": 3", "\"rows\": 33", "rules.rows"),
    ("\"columns\": 3, \"rows\": 3", "\"columns\": 2, \"rows\": 21", "squares"),
    ("\"inARow\": 3", "\"inARow\": 4", "a line that fits"),
    ("\"games\": 12", "\"games\": 12, \"steps\": 1", "games or steps"),
    ("\"layers\": [", "\"table\": [], \"layers\": [", "layers or a table"),
    ("\"planes\": [\"mover\"", "\"planes\": [\"x\"", "input.planes[0]"),
    ("\"relu\"", "\"tanh\"", "layers[0].activation"),
    ("\"canonical\": true", "\"canonical\": 1", "input.canonical"),
    ("\"rules\":", "\"rulez\":", "rulez"),
    ("\"seed\": 18446744073709551615", "\"seed\": -1", "provenance.seed"),
  ])
  func `a foreign file is refused by place`(
    old: String,
    new: String,
    place: String
  ) {
    let text = String(decoding: file().bytes, as: UTF8.self)
    let lines = text.split(separator: "\n").filter {
      !$0.contains("\"checksum\"")
    }
    let bare = lines.joined(separator: "\n").replacing("},\n}", with: "}\n}")
    #expect(bare.contains(old))
    let bytes = Array(bare.replacing(old, with: new, maxReplacements: 1).utf8)
    let error = #expect(throws: JSONError.self) {
      _ = try PolicyFile(bytes: bytes)
    }
    #expect("\(error as Any)".contains(place))
  }

  @Test func `weights that could overflow are refused`() throws {
    var policy = network([18, 3, 9])
    policy.network.parameters[0] = 3e38
    let file = PolicyFile(policy: policy, provenance: nil)
    #expect(throws: JSONError.self) { _ = try PolicyFile(bytes: file.bytes) }
  }

  private static func layer(rows: Int) -> String {
    let rows = Array(repeating: "[]", count: rows).joined(separator: ",")
    return "[{\"weights\": [\(rows)], \"biases\": [], \"activation\": 0}, {}]"
  }

  @Test(arguments: [
    ("[]", "1 to 16 layers"),
    (
      "[\(Array(repeating: "{}", count: 17).joined(separator: ","))]", "1 to 16"
    ),
    (layer(rows: 0), "1 to 4096 rows, not 0"),
    (layer(rows: 4097), "1 to 4096 rows, not 4097"),
    (layer(rows: 4096), "biases"),
  ])
  func `layers are counted first`(layers: String, expected: String) {
    let error = #expect(throws: JSONError.self) {
      _ = try PolicyFile(bytes: bare("\"layers\": \(layers)"))
    }
    #expect("\(error as Any)".contains(expected))
  }

  @Test func `a table is for canonical input, its logits bounded`() {
    let raw = #expect(throws: JSONError.self) {
      _ = try PolicyFile(bytes: bare("\"table\": []", canonical: false))
    }
    #expect("\(raw as Any)".contains("canonical input"))
    let row = "[1e35, 0, 0, 0, 0, 0, 0, 0, 0]"
    let rows = Array(repeating: row, count: 627).joined(separator: ",")
    let large = #expect(throws: JSONError.self) {
      _ = try PolicyFile(bytes: bare("\"table\": [\(rows)]"))
    }
    #expect("\(large as Any)".contains("logits below"))
  }

  @Test func `a method without games gives its steps`() throws {
    var file = file()
    file.provenance?.effort = .steps(7)
    let read = try PolicyFile(bytes: file.bytes)
    #expect(read.provenance?.effort.count == 7)
    #expect(read == file)
  }

  private func bare(_ model: String, canonical: Bool = true) -> [UInt8] {
    Array(
      """
      {
        "format": "noughts.policy", "version": 1,
        "rules": { "columns": 3, "rows": 3, "inARow": 3 },
        "input": { "planes": ["mover", "opponent"], "canonical": \(canonical) },
        \(model)
      }
      """.utf8
    )
  }
}
