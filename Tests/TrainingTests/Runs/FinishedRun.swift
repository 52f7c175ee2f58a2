import Training

// A run at its end.
func finished(_ run: TrainingRun) throws -> TrainingRun {
  var run = run
  while !run.isDone { _ = try run.advance() }
  return run
}
