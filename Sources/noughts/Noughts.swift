/// The command.
@main
struct Noughts {
  static func main() {}
}
