import Testing

/// What a process that an exit test ended wrote to its standard error.
func errors(_ result: ExitTest.Result?) -> String {
  String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
}
