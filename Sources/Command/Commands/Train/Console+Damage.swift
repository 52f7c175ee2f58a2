import Training

extension Console {
  /// Warns of each file of a run that is damaged, where an older one serves.
  func warn(passingOver damaged: [RunFolder.Failure]) {
    for failure in damaged {
      let message = Failure(failure, command: nil).message
      warn("\(message); continuing from the checkpoint before it")
    }
  }
}
