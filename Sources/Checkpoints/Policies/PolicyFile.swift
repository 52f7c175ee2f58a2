public import Players

/// A policy as a file: its weights with their provenance, in JSON.
public struct PolicyFile: Sendable, Equatable {
  /// The largest file that is read, in bytes.
  public static let largest = 16 << 20

  public var policy: NetworkPolicy
  public var provenance: Provenance?

  public init(policy: NetworkPolicy, provenance: Provenance?) {
    self.policy = policy
    self.provenance = provenance
  }

  /// Reads a policy from the bytes of a file.
  ///
  /// No file can exhaust memory: its size, depth and counts are bounded, and
  /// its shapes are checked before anything of their size is allocated.
  ///
  /// - Throws: An error that names the place and what was expected there.
  public init(bytes: [UInt8], name: String = "network") throws(JSONError) {
    let document = JSONField(try SealedDocument.open(bytes))
    let object = try document.object()
    _ = try object.member("format").choice(["noughts.policy"])
    let version = try object.member("version")
    let isSecond = try version.int(in: 1...2) == 2
    try object.check(keys: PolicyFile.headKeys + PolicyFile.modelKeys)
    if !isSecond, object.optional("value") != nil {
      throw version.mismatch("2, which has a value")
    }
    policy = try NetworkPolicy(object, name: name)
    provenance = try object.optional("provenance").map(Provenance.init)
  }

  /// The file's bytes, sealed with a checksum; the same content gives the same
  /// bytes.
  public var bytes: [UInt8] {
    SealedDocument.seal(
      JSON.members([
        "format": JSON("noughts.policy"),
        // Version 2 may have a value, which readers of version 1 do not know.
        "version": JSON(policy.hasValue ? 2 : 1),
      ])
        + policy.members + JSON.members(["provenance": provenance?.json])
    )
  }

  private static let headKeys = ["format", "version", "provenance"]
  package static let modelKeys = [
    "rules", "input", "head", "layers", "value", "table",
  ]
}
