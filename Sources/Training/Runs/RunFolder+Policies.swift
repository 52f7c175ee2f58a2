internal import Checkpoints
internal import Files
public import Players

extension RunFolder {
  /// The policies of all its checkpoints, each with the games or steps it had
  /// learned from, ascending; empty if there is none.
  ///
  /// - Throws: `Failure.damaged` if a checkpoint holds bad data, or
  ///   `FileError`.
  public func policies() throws -> [(done: Int, policy: NetworkPolicy)] {
    try savedMoments().map { done in
      let path = checkpointPath(done)
      let bytes = try DurableFile(path).read(limit: PolicyFile.largest)
      do throws(JSONError) {
        return (done, try TrainingRun(checkpoint: bytes).policy)
      } catch {
        throw Failure.damaged(path: path, error)
      }
    }
  }
}
