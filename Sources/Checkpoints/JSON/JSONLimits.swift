/// The limits of a reader, so that no document costs much to refuse.
///
/// With the defaults the worst document takes less than 256 MB and 1 s.
package struct JSONLimits: Sendable {
  /// The largest document, in bytes.
  package var bytes = 16 << 20

  package var depth = 32

  /// The most values of any kind in a document.
  package var values = 1 << 22

  /// The most arrays and objects in a document.
  package var containers = 1 << 18

  /// The most members of one object.
  package var members = 1 << 10

  /// The longest key, in bytes.
  package var key = 1 << 10

  /// The longest name that `JSONField` reads, in bytes: that of a path.
  static let name = 1 << 12

  package init() {}
}
