import Files
import Glibc

/// The core that a benchmark runs on, as this build uses it.
struct Processor {
  let name: String

  /// The bits of the widest vectors that make it faster: those that the build
  /// may use, unless the core does two halves of one after the other.
  let vectorBits: Int

  /// Finds out how wide vectors pay, in some seconds.
  ///
  /// The compiler does not tell for which processor it was asked to build. In
  /// vectors beyond those the kernel does not fit the registers any more.
  init(seconds: Double) {
    name = Processor.readName() ?? "not named by the system"
    var best = [Int: Double]()
    // In turns: the clock of a core changes.
    for _ in 0..<5 {
      for bits in Processor.widths {
        let rate = Processor.peak(bits: bits, seconds: seconds / 15)
        best[bits] = max(best[bits] ?? 0, rate)
      }
    }
    vectorBits = Processor.widths.reduce(Processor.widths[0]) { widest, bits in
      best[bits, default: 0] > 1.2 * best[widest, default: 0] ? bits : widest
    }
  }

  private static let widths = [128, 256, 512]

  /// The multiplications and additions a second of one core at that width, with
  /// nothing to load: its peak.
  func peak(seconds: Double) -> Double {
    Processor.peak(bits: vectorBits, seconds: seconds)
  }

  private static func peak(bits: Int, seconds: Double) -> Double {
    switch bits {
    case 128: rate(of: SIMD4<Float>.self, seconds: seconds)
    case 256: rate(of: SIMD8<Float>.self, seconds: seconds)
    default: rate(of: SIMD16<Float>.self, seconds: seconds)
    }
  }

  /// Thirteen chains of multiply-adds that do not wait for each other: enough to
  /// hide the latency of both, and few enough for 16 registers.
  @inline(__always)
  private static func rate<Numbers: ChainLink>(
    of type: Numbers.Type, seconds: Double
  ) -> Double {
    let rounds = 5_000
    var a = [Numbers](repeating: Numbers(repeating: 1), count: 13)
    let start = clock()
    var (passed, count) = (0.0, 0)
    repeat {
      var (b, c, d, e, f, g) = (a[0], a[1], a[2], a[3], a[4], a[5])
      var (h, i, j, k, l, m) = (a[6], a[7], a[8], a[9], a[10], a[11])
      var n = a[12]
      for _ in 0..<rounds {
        b.advance()
        c.advance()
        d.advance()
        e.advance()
        f.advance()
        g.advance()
        h.advance()
        i.advance()
        j.advance()
        k.advance()
        l.advance()
        m.advance()
        n.advance()
      }
      a = [b, c, d, e, f, g, h, i, j, k, l, m, n]
      count += rounds * a.count * Numbers.scalarCount * 2
      passed = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    } while passed < seconds
    return Double(count) / passed
  }

  private static func readName() -> String? {
    let file = DurableFile("/proc/cpuinfo")
    guard let bytes = try? file.read(limit: 1 << 24) else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix("model name") }?
      .split(separator: ":").last
      .map { String($0.drop { $0 == " " }) }
  }
}

/// Some numbers, of which each is multiplied and added to.
private protocol ChainLink: SIMD where Scalar == Float {
  mutating func advance()
}

// In each type by itself: there the operators are those of the processor.
extension SIMD4: ChainLink where Scalar == Float {
  @inline(__always)
  mutating func advance() {
    self = self * SIMD4(repeating: 0.999) + SIMD4(repeating: 0.001)
  }
}

extension SIMD8: ChainLink where Scalar == Float {
  @inline(__always)
  mutating func advance() {
    self = self * SIMD8(repeating: 0.999) + SIMD8(repeating: 0.001)
  }
}

extension SIMD16: ChainLink where Scalar == Float {
  @inline(__always)
  mutating func advance() {
    self = self * SIMD16(repeating: 0.999) + SIMD16(repeating: 0.001)
  }
}
