import Dispatch
import Glibc

@main
struct Noughts {
  // Not `async`: that would give up the main thread to a run loop, which takes
  // time to start and which instruction counters do not survive.
  static func main() {
    StandardDescriptors.secure()
    let words = Array(CommandLine.arguments.dropFirst())
    Task.detached { exit(await Commands.run(words, on: .standard()).rawValue) }
    DispatchSemaphore(value: 0).wait()
  }
}
