internal import Checkpoints

extension LearningMethod {
  var members: [JSON.Member] {
    let defaults = Self()
    return Self.options.compactMap { option in
      if option.isLater,
        option.text(in: self) == option.absentText(default: defaults)
      {
        return nil
      }
      let value: JSON =
        switch option.kind {
        case .integer(let path, _): JSON(self[keyPath: path])
        case .decimal(let path, _): JSON(self[keyPath: path])
        case .choice(_, let get, _): JSON(get(self))
        }
      return .init(key: option.name, value: value)
    }
  }

  init(_ object: JSONObject) throws(JSONError) {
    self.init()
    for option in Self.options {
      if option.isLater, object.optional(option.name) == nil {
        option.set(option.absentText(default: Self()), in: &self)
        continue
      }
      let field = try object.member(option.name)
      switch option.kind {
      case .integer(let path, let range):
        self[keyPath: path] = try field.int(in: range)
      case .decimal(let path, let range):
        let value = try field.float()
        guard Float(range.lowerBound)...Float(range.upperBound) ~= value else {
          throw field.mismatch(
            "a number from \(range.lowerBound) to \(range.upperBound)"
          )
        }
        self[keyPath: path] = value
      case .choice(let words, _, let set):
        set(&self, try field.choice(words))
      }
    }
  }

  /// The options that differ from the defaults, as a command writes them.
  var changedWords: [String] {
    Self.options.flatMap { option -> [String] in
      let text = option.text(in: self)
      let base = option.decidesDefaults ? Self() : defaults
      return text == option.text(in: base) ? [] : ["--\(option.name)", text]
    }
  }
}
