import Glibc

/// The command.
@main
struct Noughts {
  static func main() async {
    StandardDescriptors.secure()
    let words = Array(CommandLine.arguments.dropFirst())
    exit(await Commands.run(words, on: .standard()).rawValue)
  }
}
