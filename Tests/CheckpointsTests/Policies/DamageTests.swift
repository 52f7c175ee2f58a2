import Checkpoints
import Foundation
import NeuralNetwork
import Players
import TestSupport
import Testing

// Every file that differs in one bit. `.ci/long` tries the champion's.
@Suite struct DamageTests {
  private var sealed: [UInt8] {
    get throws {
      if ProcessInfo.processInfo.environment["NOUGHTS_LONG"] != nil {
        let champion = URL(filePath: #filePath)
          .deletingLastPathComponent().deletingLastPathComponent()
          .deletingLastPathComponent().deletingLastPathComponent()
          .appending(path: "Policies/champion.json")
        return Array(try Data(contentsOf: champion))
      }
      var rng = SeededGenerator(seed: 1)
      let policy = NetworkPolicy(
        name: "small",
        encoding: .planes(),
        network: Network(sizes: [18, 1, 9], activeInputs: 9, using: &rng)
      )
      return PolicyFile(policy: policy, provenance: nil).bytes
    }
  }

  // What the flips of one bit of every byte give.
  private struct Count {
    var refused = 0
    var accepted = 0
    var slowest = Duration.zero

    init(flipping bit: Int, of bytes: [UInt8]) {
      let clock = ContinuousClock()
      var bytes = bytes
      for i in bytes.indices {
        bytes[i] ^= 1 << UInt8(bit)
        var file: PolicyFile?
        let time = clock.measure { file = try? PolicyFile(bytes: bytes) }
        slowest = max(slowest, time)
        bytes[i] ^= 1 << UInt8(bit)
        if let file {
          accepted += 1
          let isFinite = file.policy.network.parameters.allSatisfy(\.isFinite)
          #expect(isFinite)
        } else {
          refused += 1
        }
      }
    }
  }

  @Test(arguments: 0..<8)
  func `a sealed file is refused whichever bit is flipped`(bit: Int) throws {
    let bytes = try sealed
    let count = Count(flipping: bit, of: bytes)
    #expect(count.accepted == 0)
    #expect(count.refused == bytes.count)
    #expect(count.slowest < .seconds(1))
  }

  @Test func `without its checksum some other weights are let in`() throws {
    let text = String(decoding: try sealed, as: UTF8.self)
    let open = text.split(separator: "\n").filter { !$0.contains("checksum") }
    let bare = open.joined(separator: "\n").replacing("],\n}", with: "]\n}")
      .replacing("},\n}", with: "}\n}")
    _ = try PolicyFile(bytes: Array(bare.utf8))
    #expect(Count(flipping: 0, of: Array(bare.utf8)).accepted > 0)
  }

  @Test func `every truncation of a file is refused`() throws {
    let bytes = try sealed
    let step = bytes.count > 4_096 ? 16 : 1
    for count in stride(from: 0, to: bytes.count - 1, by: step) {
      #expect(throws: JSONError.self) {
        _ = try PolicyFile(bytes: Array(bytes.prefix(count)))
      }
    }
  }
}
