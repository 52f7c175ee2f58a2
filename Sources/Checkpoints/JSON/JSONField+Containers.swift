extension JSONField {
  /// Returns the values of an array, each with its place.
  ///
  /// Complexity: O(*n*) in the number of values.
  package func array() throws(JSONError) -> [JSONField] {
    guard case .array(let values) = value else {
      throw mismatch("an array")
    }
    return values.indices.map { field(values[$0], at: $0) }
  }

  /// Returns the values of an array of exactly `count`, each with its place.
  ///
  /// Complexity: O(*n*) in the number of values.
  package func array(count: Int) throws(JSONError) -> [JSONField] {
    try check(count: count)
    return try array()
  }

  /// Checks that this is an array of exactly `count`, and reads nothing.
  package func check(count: Int) throws(JSONError) {
    guard case .array(let values) = value else {
      throw mismatch("an array of \(count)")
    }
    try check(values, "values", count: count)
  }

  /// Returns exactly `count` numbers, each the nearest `Float`.
  ///
  /// The count is checked before anything is allocated. What is too small for
  /// a `Float` rounds to zero; what is too large is a mismatch.
  ///
  /// Complexity: O(*n*) in the number of values.
  package func floats(count: Int) throws(JSONError) -> [Float] {
    guard case .array(let values) = value else {
      throw mismatch("an array of \(count) numbers")
    }
    try check(values, "numbers", count: count)
    var floats: [Float] = []
    floats.reserveCapacity(count)
    for (index, value) in values.enumerated() {
      if case .number(let number) = value, let float = number.float {
        floats.append(float)
      } else {
        // Says what is wrong with it, and where.
        _ = try field(value, at: index).float()
      }
    }
    return floats
  }

  /// Returns the members of an object, to be asked for by key.
  package func object() throws(JSONError) -> JSONObject {
    guard case .object(let members) = value else {
      throw mismatch("an object")
    }
    return JSONObject(members, path: path)
  }

  /// Returns the members of an object that has no other keys than `keys`.
  ///
  /// Throws ``JSONError/unknownKey(path:)`` for the first other key.
  ///
  /// Complexity: O(*nm*) in the numbers of members and keys.
  package func object(keys: [String]) throws(JSONError) -> JSONObject {
    let object = try object()
    try object.check(keys: keys)
    return object
  }

  private func check(
    _ values: [JSON],
    _ noun: String,
    count: Int
  ) throws(JSONError) {
    guard values.count == count else {
      throw .mismatch(
        path: path.isEmpty ? "the document" : path,
        expected: "\(count)",
        found: "\(values.count) \(noun)"
      )
    }
  }

  private func field(_ value: JSON, at index: Int) -> JSONField {
    JSONField(value, path: "\(path)[\(index)]")
  }
}
