import Training

extension Console {
  /// Warns of each damaged file of a run in whose place an older one is read.
  func warn(passingOver damaged: [RunFolder.Failure]) {
    for failure in damaged {
      let message = Failure(failure, command: nil).message
      warn("\(message); continuing from the checkpoint before it")
    }
  }
}
